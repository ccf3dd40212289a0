/** Finds the programs that n8n’s queue mode needs on this machine. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the programs are that n8n's queue mode needs beside n8n. */
export interface Programs {
	redisServer: string;
	postgres: string;
	initdb: string;
	psql: string;
}

/** Debian keeps PostgreSQL's server off the PATH, one folder for each version. */
const debian = '/usr/lib/postgresql';

export function findPrograms(): Programs {
	const redisFolder = onPath().find((folder) => has(folder, 'redis-server'));
	const postgresFolder = [...debianFolders(), ...onPath()].find((folder) =>
		has(folder, 'postgres', 'initdb', 'psql'),
	);
	if (redisFolder === undefined || postgresFolder === undefined) {
		const redis = redisFolder === undefined && 'redis-server';
		const postgres = postgresFolder === undefined && 'postgresql';
		throw new MissingPackages([redis, postgres].filter((name) => name !== false));
	}
	return {
		redisServer: join(redisFolder, 'redis-server'),
		postgres: join(postgresFolder, 'postgres'),
		initdb: join(postgresFolder, 'initdb'),
		psql: join(postgresFolder, 'psql'),
	};
}

export class MissingPackages extends Error {
	constructor(packages: string[]) {
		super(
			`Not installed: ${packages.join(' and ')}, which n8n's queue mode needs. ` +
				`On Debian or Ubuntu: apt-get update && apt-get install ${packages.join(' ')}`,
		);
	}
}

const has = (folder: string, ...names: string[]) => names.every((name) => existsSync(join(folder, name)));

const onPath = () => [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];

/** The newest version first. */
function debianFolders(): string[] {
	if (!existsSync(debian)) return [];
	return readdirSync(debian)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(debian, version, 'bin'));
}
