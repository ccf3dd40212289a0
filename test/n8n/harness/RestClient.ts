/** Who owns the n8n of tests and demo. */
export const owner = {
	email: 'owner@example.com',
	firstName: 'Olivia',
	lastName: 'Owner',
	password: 'Simulated-Only-1',
};

/** n8n's own REST API, as its editor uses it. */
export class RestClient {
	private cookie = '';

	constructor(private readonly url: string) {}

	/** Opens a session as the owner. */
	async logIn(): Promise<void> {
		await this.post('/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	}

	async get<T = unknown>(path: string): Promise<T> {
		return await this.call<T>('GET', path);
	}

	async post<T = unknown>(path: string, body: object): Promise<T> {
		return await this.call<T>('POST', path, body);
	}

	/** Whether the server says 200. */
	async answers(path: string): Promise<boolean> {
		const reply = await fetch(this.url + path).catch(() => undefined);
		return reply?.status === 200;
	}

	private async call<T>(method: string, path: string, body?: object): Promise<T> {
		const reply = await fetch(this.url + path, {
			method,
			headers: {
				'content-type': 'application/json',
				// n8n ties a session to the browser it began in
				'browser-id': 'duo-tests',
				cookie: this.cookie,
			},
			body: body && JSON.stringify(body),
		});
		const text = await reply.text();
		if (!reply.ok) throw new Error(`n8n answered ${method} ${path} with ${reply.status}: ${text}`);
		const [session] = reply.headers.getSetCookie();
		if (session !== undefined) this.cookie = session.split(';')[0]!;
		const content = JSON.parse(text) as T | { data: T };
		return typeof content === 'object' && content !== null && 'data' in content ? content.data : content;
	}
}
