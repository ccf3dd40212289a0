/**
 * What users' workflows and credentials store: the names, types, defaults and values of all parameters, as
 * lines of text.
 */
import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

import { DuoAccountsApi } from '../../credentials/DuoAccountsApi.credentials';
import { DuoAdminApi } from '../../credentials/DuoAdminApi.credentials';
import { DuoAuthApi } from '../../credentials/DuoAuthApi.credentials';
import { DuoAccounts } from '../../nodes/DuoAccounts/DuoAccounts.node';
import { DuoAdmin } from '../../nodes/DuoAdmin/DuoAdmin.node';
import { DuoAdminTrigger } from '../../nodes/DuoAdminTrigger/DuoAdminTrigger.node';
import { DuoAuth } from '../../nodes/DuoAuth/DuoAuth.node';

const nodes: INodeType[] = [new DuoAccounts(), new DuoAdmin(), new DuoAdminTrigger(), new DuoAuth()];
const credentials: ICredentialType[] = [new DuoAccountsApi(), new DuoAdminApi(), new DuoAuthApi()];

type Option = INodePropertyOptions | INodeProperties | INodePropertyCollection;

/** Lists of values longer than this stand once, under the name of the parameter. */
const LONG = 40;

/**
 * Every line tells where it belongs, so that a difference between two texts is understood by itself. Sorted.
 */
export function storedParameters(): string {
	const lines = [
		...nodes.flatMap(ofNode),
		...credentials.flatMap(({ name, properties }) => [
			`credential ${name}`,
			...properties.flatMap((property) => ofProperty(`credential ${name}`, property)),
		]),
	];
	return `${[...new Set(lines)].sort(byText).join('\n')}\n`;
}

function ofNode({ description }: INodeType): string[] {
	const { name, version, credentials: used = [], properties } = description;
	return [
		`${name}: version ${String(version)}`,
		...used.map((credential) => `${name}: uses the credential ${credential.name}`),
		...properties.flatMap((property) =>
			placesOf(property).flatMap((place) => ofProperty(`${name}${place}`, property)),
		),
	];
}

/** The resource and the operation that show a property; it may be several. */
function placesOf({ displayOptions }: INodeProperties): string[] {
	const { resource = [], operation = [] } = displayOptions?.show ?? {};
	const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
	if (resource.length === 0) return [''];
	if (operation.length === 0) return resource.map((one) => ` ${text(one)}`);
	return resource.flatMap((one) => operation.map((other) => ` ${text(one)} ${text(other)}`));
}

function ofProperty(place: string, property: INodeProperties): string[] {
	const { name, type, typeOptions, default: initial, options = [], modes = [] } = property;
	const path = `${place}.${name}`;
	const many = typeOptions?.multipleValues ? '[]' : '';
	return [
		`${path}: ${type}${many} = ${JSON.stringify(initial)}`,
		...modes.map((mode) => `${path}: mode ${mode.name}`),
		...(options.length > LONG ? [`${path}: values of ${name}`] : []),
		...options.flatMap((option) =>
			ofOption(path, options.length > LONG ? `values of ${name}` : path, option),
		),
	];
}

function ofOption(path: string, valuesOf: string, option: Option): string[] {
	if ('values' in option)
		return option.values.flatMap((value) => ofProperty(`${path}.${option.name}`, value));
	if ('type' in option) return ofProperty(path, option);
	return 'value' in option ? [`${valuesOf}: value ${JSON.stringify(option.value)}`] : [];
}

function byText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
