import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { DUO_ACCOUNTS, searchChildAccounts } from '../shared/accounts/childAccount';
import { describeResources } from '../shared/engine/describeNode';
import { execute } from '../shared/engine/executeNode';
import { resources } from './resources';

export class DuoAccounts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Duo Accounts',
		name: 'duoAccounts',
		icon: { light: 'file:../../icons/duo.svg', dark: 'file:../../icons/duo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Manage the child accounts of a parent account, as managed service providers have it, in Cisco Duo',
		defaults: { name: 'Duo Accounts' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'duoAccountsApi', required: true }],
		properties: describeResources(resources, 'account'),
	};

	methods = { listSearch: { searchChildAccounts } };

	async execute(this: IExecuteFunctions) {
		return await execute.call(this, resources, () => DUO_ACCOUNTS);
	}
}
