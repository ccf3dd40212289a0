/** Compares the rooms of docs/architecture.md with what the code imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const repository = join(__dirname, '../..');

const described = new Map(
	[
		...readFileSync(join(repository, 'docs/architecture.md'), 'utf8').matchAll(
			/^\| (\S+\/\S+) \| .* \| (.*?)\|$/gm,
		),
	].map(([, room, uses]) => [room!, uses!.split(',').flatMap((each) => each.trim() || [])]),
);

const roomOf = (file: string) =>
	[...described.keys()].find((room) => file.startsWith(`${room}/`)) ?? dirname(file);

function importedRooms(room: string): string[] {
	const files = readdirSync(join(repository, room), { recursive: true, encoding: 'utf8' });
	const rooms = files
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => {
			const path = join(repository, room, file);
			return [...readFileSync(path, 'utf8').matchAll(/from '(\.[^']*)'/g)].map(([, target]) =>
				roomOf(relative(repository, resolve(dirname(path), target!))),
			);
		});
	return [...new Set(rooms)].filter((each) => each !== room).toSorted();
}

test('all rooms are described', () => {
	const rooms = readdirSync(join(repository, 'nodes/shared')).map((room) => `nodes/shared/${room}`);
	expect([...described.keys()].toSorted()).toEqual(['credentials/common', ...rooms].toSorted());
});

test.each([...described])('%s uses what is described, and nothing else', (room, uses) => {
	expect(importedRooms(room)).toEqual(uses.toSorted());
});
