import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import type { Collection } from '../../../shared/parameters/Collection';

/** A boolean setting; `effect` completes "Whether …". */
export function flag(name: string, displayName: string, effect: string): INodeProperties {
	return { displayName, name, type: 'boolean', default: false, description: `Whether ${effect}` };
}

/** A setting that is a whole number within its limits. */
export function count(
	name: string,
	displayName: string,
	description: string,
	{ min = 0, max, usual = min }: { min?: number; max?: number; usual?: number } = {},
): INodeProperties {
	const typeOptions = { minValue: min, maxValue: max };
	return { displayName, name, type: 'number', typeOptions, default: usual, description };
}

/** A whole number from 1 on that is left empty for “never”; for Duo, 0 is something else. */
export function countOrNever(name: string, displayName: string, description: string): INodeProperties {
	const typeOptions = { minValue: 1 };
	return { displayName, name, type: 'string', typeOptions, placeholder: 'e.g. 60', default: '', description };
}

/** A setting that is a text; when it is empty, Duo clears it. */
export function text(name: string, displayName: string, description: string): INodeProperties {
	return { displayName, name, type: 'string', default: '', description };
}

/** The added settings as Duo's parameters: what is `lockoutThreshold` here is `lockout_threshold` there. */
export function readSettings(fields: Collection, settings: readonly INodeProperties[]): DuoParameters {
	const added = settings.filter(({ name }) => fields.has(name));
	return Object.fromEntries(added.map((setting) => [duoName(setting.name), read(fields, setting)]));
}

function read(fields: Collection, { name, type, typeOptions }: INodeProperties): DuoParameters[string] {
	if (type === 'boolean') return fields.bit(name);
	if (type === 'options') return fields.choice(name);
	const isNumber = type === 'number' || typeOptions?.minValue !== undefined;
	const isNever = type === 'string' && fields.clearableText(name) === '';
	if (isNumber && !isNever) return fields.number(name);
	return fields.clearableProse(name);
}

function duoName(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
