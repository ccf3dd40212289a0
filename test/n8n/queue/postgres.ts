/** A PostgreSQL for n8n’s queue mode. */
import { chown, mkdir } from 'node:fs/promises';

import { runCommand } from '../harness/commands';
import { freePort } from '../harness/ports';

import { LocalServer, type SystemUser } from './LocalServer';
import type { Programs } from './systemPackages';

const USER = 'n8n';
const DATABASE = 'postgres';

/** A PostgreSQL on loopback that trusts everybody there, and does not wait for the disk. */
export class Postgres extends LocalServer {
	private constructor(
		private readonly programs: Programs,
		folder: string,
		private readonly port: number,
		user?: SystemUser,
	) {
		const options = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
		super({
			command: programs.postgres,
			args: ['-D', folder, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
			user,
			stopSignal: 'SIGINT',
		});
	}

	/** @param folder for its data; must not exist yet. */
	static async launch(programs: Programs, folder: string): Promise<Postgres> {
		const user = await serverUser();
		await mkdir(folder, { mode: 0o700 });
		if (user) await chown(folder, user.uid, user.gid);
		const access = ['--username', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
		await runCommand(programs.initdb, ['--pgdata', folder, ...access], { ...user, cwd: '/' });
		return new Postgres(programs, folder, await freePort(), user);
	}

	/** For n8n. */
	get settings() {
		return {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(this.port),
			DB_POSTGRESDB_USER: USER,
			DB_POSTGRESDB_DATABASE: DATABASE,
		};
	}

	async answers(): Promise<boolean> {
		return await this.query('select 1').then(
			() => true,
			() => false,
		);
	}

	/** @returns rows of texts. */
	async query(sql: string): Promise<string[][]> {
		const connection = ['-h', '127.0.0.1', '-p', String(this.port), '-U', USER, '-d', DATABASE];
		const output = await runCommand(this.programs.psql, [...connection, '-XAt', '-F', '\t', '-c', sql]);
		return output === '' ? [] : output.split('\n').map((line) => line.split('\t'));
	}
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
async function serverUser(): Promise<SystemUser | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const id = async (kind: '-u' | '-g') => Number(await runCommand('id', [kind, 'postgres']));
	return { uid: await id('-u'), gid: await id('-g') };
}
