/**
 * An object of Duo's without the keys that it holds, at whatever depth: `secret_key`, `client_secret` and the
 * like never leave the nodes.
 */
export function withoutSecrets<T>(value: T): T {
	if (Array.isArray(value)) return value.map(withoutSecrets) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => !isSecret(name))
			.map(([name, each]: [string, unknown]) => [name, withoutSecrets(each)]),
	) as T;
}

function isSecret(name: string): boolean {
	return /secret|^skey$|^password$/i.test(name);
}
