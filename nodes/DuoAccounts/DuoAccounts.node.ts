import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchChildAccounts } from '../shared/accounts/childAccount';
import { DUO_ACCOUNTS } from '../shared/accounts/credentials';
import { describeNode } from '../shared/engine/describeNode';
import { executeNode } from '../shared/engine/executeNode';

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
		properties: describeNode(resources, 'account'),
	};

	methods = { listSearch: { searchChildAccounts } };

	async execute(this: IExecuteFunctions) {
		return await executeNode.call(this, resources, () => DUO_ACCOUNTS);
	}
}
