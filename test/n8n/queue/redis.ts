/** A Redis for n8n’s queue mode. */
import { connect } from 'node:net';

import { freePort } from '../harness/ports';

import { LocalServer } from './LocalServer';
import type { Programs } from './systemPackages';

/** A Redis on loopback that keeps nothing on disk. */
export class Redis extends LocalServer {
	private constructor(
		{ redisServer }: Programs,
		private readonly port: number,
	) {
		const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
		super({ command: redisServer, args: options, stopSignal: 'SIGTERM' });
	}

	static async launch(programs: Programs): Promise<Redis> {
		return new Redis(programs, await freePort());
	}

	/** For n8n. */
	get settings() {
		return { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(this.port) };
	}

	async answers(): Promise<boolean> {
		const socket = connect(this.port, '127.0.0.1');
		return await new Promise((resolve) => {
			socket.once('error', () => {
				resolve(false);
			});
			socket.once('connect', () => socket.write('PING\r\n'));
			socket.once('data', (answer) => {
				socket.destroy();
				resolve(answer.toString().startsWith('+PONG'));
			});
		});
	}
}
