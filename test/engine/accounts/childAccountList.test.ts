/** "From list" in the editor: the search behind child accounts. */
import { LoadOptionsContext } from 'n8n-core';

import { DuoAccounts } from '../../../nodes/DuoAccounts/DuoAccounts.node';
import { contextFor } from '../../support/engine';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();

async function search(filter?: string, key = duo.tenant.keys.accounts) {
	const parameters = { resource: 'edition', operation: 'get' };
	const { workflow, node, additionalData } = contextFor('duoAccounts', parameters, key);
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	return await new DuoAccounts().methods.listSearch.searchChildAccounts.call(context, filter);
}

it('offers all child accounts by name, or those that fit', async () => {
	const ids = ['Warehouse', 'branch office', 'Acme'].map((name) => duo.tenant.addChild(name).accountId);

	const all = await search();
	const byName = await search(' OFF ');
	const byId = await search(ids[0]);

	expect(all.results).toEqual([
		{ name: 'Acme', value: ids[2] },
		{ name: 'branch office', value: ids[1] },
		{ name: 'Warehouse', value: ids[0] },
	]);
	expect(byName.results).toEqual([{ name: 'branch office', value: ids[1] }]);
	expect(byId.results).toEqual([{ name: 'Warehouse', value: ids[0] }]);
});

it('explains keys of another kind', async () => {
	await expect(search('', duo.tenant.keys.admin)).rejects.toThrow(
		'These keys belong to another kind of Duo application',
	);
});
