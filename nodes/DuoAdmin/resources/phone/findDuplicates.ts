import type { Duo } from '../../../shared/duo/Duo';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import type { DuoPhone } from '../../duoObjects';
import { defaultCountryField, normalizePhoneNumber, numberKey, storedPhoneNumber } from '../../phoneNumber';

import { describeGroup, essentials, groupPhones } from './duplicateGroups';

export const findDuplicates: ItemOperation = {
	name: 'Find Duplicates',
	value: 'findDuplicates',
	action: 'Find duplicate phones',
	description:
		'Find phones with the same number, phones that several users share, and phones without a user; tells which of the duplicates is worth keeping',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [
		{
			displayName: 'Look At',
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'All Phones', value: 'all', description: 'One output item per finding' },
				{ name: 'One Phone Number', value: 'number', description: 'Always one output item' },
			],
			default: 'all',
		},
		{
			displayName: 'Phone Number',
			name: 'number',
			type: 'string',
			required: true,
			placeholder: 'e.g. +1 555 555 0101',
			default: '',
			displayOptions: { show: { scope: ['number'] } },
		},
		{ ...defaultCountryField(), displayOptions: { show: { scope: ['number'] } } },
		{
			displayName: 'Find',
			name: 'kinds',
			type: 'multiOptions',
			options: [
				{ name: 'Duplicates (Same Number on Several Phones)', value: 'duplicate' },
				{ name: 'Orphans (Phones Without a User)', value: 'orphan' },
				{ name: 'Shared (One Phone, Several Users)', value: 'shared' },
			],
			default: ['duplicate', 'shared', 'orphan'],
			displayOptions: { show: { scope: ['all'] } },
		},
	],

	async run({ params, duo }) {
		if (params.choice('scope') === 'all') {
			const kinds = params.choices<'duplicate' | 'shared' | 'orphan'>('kinds');
			return groupPhones(await allPhones(duo)).flatMap((group) => {
				const finding = describeGroup(group);
				return kinds.some((kind) => finding[kind]) ? [finding] : [];
			});
		}
		const wanted = normalizePhoneNumber(params.text('number'), params.choice('defaultCountry'));
		const phones = (await allPhones(duo)).filter((phone) => {
			const stored = storedPhoneNumber(phone);
			return stored && numberKey(stored) === numberKey(wanted);
		});
		return { ...describeGroup(phones), ...wanted, found: phones.length > 0 };
	},
};

/**
 * What matters of every phone, read once per run. A look-up by number would not do: Duo finds the one phone
 * stored under exactly that text, and duplicates are stored under another.
 */
async function allPhones(duo: Duo): Promise<DuoPhone[]> {
	return await duo.cache.once('phone list', async () => {
		const phones: DuoPhone[] = [];
		for await (const { objects } of duo.pages<DuoPhone>('/admin/v1/phones')) {
			phones.push(...objects.map(essentials));
		}
		return phones;
	});
}
