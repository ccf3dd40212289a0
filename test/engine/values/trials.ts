/**
 * The values that flows supply, right and wrong: what each parameter is tried with, and what is to become of
 * it. An outcome is wrong unless it is one that the trial allows.
 */
import type { INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import type { Supply } from './bench';
import { choicesOf } from './samples';
import type { Slot } from './slots';

/** What may become of a value. */
export type Expected =
	/** The same requests as with this value, typed by somebody. */
	| { as: NodeParameterValueType }
	/** Nothing but a message that names the parameter. */
	| 'refused'
	/** Refused; or taken for no value, so that what it would say is left out, or empty on purpose. */
	| 'refusedOrNothing'
	/** Refused, or handed on as the text that it is. */
	| 'refusedOrText';

export interface Trial {
	kind: Kind;
	supply: Supply;
	expected: Expected;
}

export const kinds = [
	'by expression',
	'label',
	'other case',
	'undefined',
	'null',
	'empty',
	'blank',
	'number',
	'large number',
	'NaN',
	'boolean',
	'list of one',
	'list of two',
	'object',
	'Date',
	'DateTime',
	'invisible',
	'left by mistake',
	'half a character',
	'megabyte',
	'too deep',
] as const;

export type Kind = (typeof kinds)[number];

const ZERO_WIDTH = '\u200b';
const ISO = '2026-11-21T08:30:00.000Z';

/** All trials of one place for a value. */
export function trialsOf(slot: Slot): Trial[] {
	const { property, value } = slot;
	const isText = typeof value === 'string';
	const isWholeList = Array.isArray(value);
	const deep = '['.repeat(20_000) + ']'.repeat(20_000);
	return [
		trial('by expression', { json: value }, { as: value }),
		...labels(property, value).flatMap((label) => [
			trial('label', { json: label }, { as: value }),
			trial('other case', { json: changedCase(label) }, { as: value }),
		]),
		...(isChoice(property) && isText
			? [trial('other case', { json: ` ${value.toUpperCase()} ` }, value === '' ? 'refused' : { as: value })]
			: []),
		trial('undefined', { json: undefined }, 'refused'),
		trial('null', { json: null as never }, 'refused'),
		trial('empty', { json: '' }, 'refusedOrNothing'),
		trial('blank', { json: ' \t ' }, 'refused'),
		trial('number', { json: 7 }, numberOf(property)),
		trial('large number', { expression: '={{ 12345678901234567890 }}' }, 'refused'),
		trial('NaN', { expression: '={{ NaN }}' }, 'refused'),
		trial('NaN', { expression: '={{ Infinity }}' }, 'refused'),
		trial('boolean', { json: true }, property.type === 'boolean' ? { as: true } : 'refused'),
		trial('list of one', { json: isWholeList ? value : ([value] as never) }, { as: value }),
		...(isWholeList ? [] : [trial('list of two', { json: [value, value] as never }, twoOf(property, value))]),
		trial(
			'object',
			{ json: { sample: 'x' } },
			property.type === 'json' ? { as: '{"sample":"x"}' } : 'refused',
		),
		trial('Date', { expression: `={{ new Date("${ISO}") }}` }, timeOf(property, 'refused')),
		trial('DateTime', { expression: `={{ DateTime.fromISO("${ISO}") }}` }, timeOf(property, 'refusedOrText')),
		...(isText && value !== '' && property.type !== 'json'
			? [
					trial(
						'invisible',
						{ json: ` ${value}${ZERO_WIDTH}\u202c\u00a0` },
						isPassword(property) ? 'refused' : { as: value },
					),
				]
			: []),
		...['undefined', 'null', '[object Object]', 'a [object Object] b'].map((text) =>
			trial('left by mistake', { json: text }, 'refused'),
		),
		trial('half a character', { json: 'half \ud83d of it' }, 'refused'),
		trial('megabyte', { json: 'm'.repeat(1_100_000) }, 'refused'),
		trial('too deep', { json: deep }, 'refused'),
		trial('too deep', { expression: `={{ JSON.parse($json.value) }}`, json: nested(2000) }, 'refused'),
	];
}

const trial = (kind: Kind, supply: Supply, expected: Expected): Trial => ({ kind, supply, expected });

const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

/** Whose blanks count, and which nobody can type with what cannot be seen. */
function isPassword({ name }: INodeProperties): boolean {
	return name === 'password';
}

function isChoice({ type }: INodeProperties): boolean {
	return type === 'options' || type === 'multiOptions';
}

/** How people read the value, as the editor shows it. */
function labels(
	{ type, options = [] }: INodeProperties,
	value: NodeParameterValueType,
): NodeParameterValueType[] {
	const nameOf = (wanted: unknown) => {
		const option = options.find((each) => 'value' in each && each.value === wanted);
		return option?.name ?? '';
	};
	if (type === 'options') return [nameOf(value)];
	if (type === 'multiOptions' && Array.isArray(value)) return [(value as string[]).map(nameOf)];
	return [];
}

function changedCase(label: NodeParameterValueType): NodeParameterValueType {
	const change = (text: string) => `  ${text.toUpperCase()} `;
	return Array.isArray(label) ? (label as string[]).map(change) : change(label as string);
}

function numberOf(property: INodeProperties): Expected {
	const { type, typeOptions, name } = property;
	const { minValue = 0, maxValue = Infinity } = typeOptions ?? {};
	const isWithin = 7 >= minValue && 7 <= maxValue;
	if (type === 'number') return isWithin ? { as: 7 } : 'refused';
	if (type === 'string' || type === 'resourceLocator') return 'refusedOrText';
	if (type === 'options') return choicesOf(property).some((choice) => choice === 7) ? { as: 7 } : 'refused';
	return name === '' ? 'refusedOrText' : 'refused';
}

/** Where a list is wanted, a list of two is right; elsewhere nobody knows which of the two is meant. */
function twoOf({ type, typeOptions }: INodeProperties, value: NodeParameterValueType): Expected {
	return type === 'multiOptions' || typeOptions?.multipleValues || typeof value === 'object'
		? 'refusedOrText'
		: 'refusedOrNothing';
}

function timeOf({ type }: INodeProperties, otherwise: Expected): Expected {
	return type === 'dateTime' ? { as: ISO } : otherwise;
}
