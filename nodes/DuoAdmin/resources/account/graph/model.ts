/** JupiterOne's data model, as its own integration of Duo fills it: things, and how they relate. */

/** What `_class` JupiterOne gives each `_type`. */
export const classes = {
	duo_account: 'Account',
	duo_admin: 'User',
	duo_group: 'UserGroup',
	duo_integration: 'Application',
	duo_phone: 'Device',
	duo_user: 'User',
	mfa_device: 'AccessKey',
} as const;

export type EntityType = keyof typeof classes;

type Property = string | number | boolean | null | undefined | string[];

export interface Entity {
	/** Made of Duo's own IDs only, so that it stays when a thing is renamed. */
	_key: string;
	_type: EntityType;
	_class: string;
	displayName: string;
	[property: string]: Property;
}

export interface Relationship {
	_key: string;
	_type: string;
	_class: string;
	_fromEntityKey: string;
	_toEntityKey: string;
	displayName: string;
}

export type GraphObject = Entity | Relationship;

type Properties = Record<string, Property> & { id: string; name: string };

export function entity(_type: EntityType, _key: string, properties: Properties): Entity {
	return { _key, _type, _class: classes[_type], displayName: properties.name, ...properties };
}

/** How two things relate. The type leaves out `duo_` of the second one, as JupiterOne does. */
export function relationship(from: Entity, verb: 'HAS' | 'ASSIGNED' | 'USES', to: Entity): Relationship {
	const link = verb.toLowerCase();
	return {
		_key: `${from._key}|${link}|${to._key}`,
		_type: `${from._type}_${link}_${to._type.replace(/^duo_/, '')}`,
		_class: verb,
		_fromEntityKey: from._key,
		_toEntityKey: to._key,
		displayName: verb,
	};
}

/** The plain values of an object of Duo's, with names as JupiterOne writes them. */
export function plainProperties(object: object): Record<string, string | number | boolean> {
	return Object.fromEntries(
		Object.entries(object).flatMap(([name, value]: [string, unknown]) =>
			isPlain(value) ? [[camelCase(name), value]] : [],
		),
	);
}

function isPlain(value: unknown): value is string | number | boolean {
	return ['string', 'number', 'boolean'].includes(typeof value);
}

function camelCase(name: string): string {
	return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Duo counts seconds, JupiterOne milliseconds. */
export function milliseconds(seconds: number | null | undefined): number | undefined {
	return typeof seconds === 'number' ? seconds * 1000 : undefined;
}
