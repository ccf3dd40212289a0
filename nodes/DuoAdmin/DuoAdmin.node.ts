import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { chosenCredential, accountCredentials, accountFields } from '../shared/accounts/accountFields';
import { describeNode } from '../shared/engine/describeNode';
import { executeNode } from '../shared/engine/executeNode';

import { DUO_ADMIN } from './credential';
import { listSearches } from './listSearch';
import { resources } from './resources';

export class DuoAdmin implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Duo Admin',
		name: 'duoAdmin',
		icon: { light: 'file:../../icons/duo.svg', dark: 'file:../../icons/duo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Manage users and their devices, groups, administrators, applications, policies and settings in Cisco Duo, and read its logs',
		defaults: { name: 'Duo Admin' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ $parameter["resource"] === "user" && $parameter["operation"] === "verifyByPush" && $parameter["separateOutputs"] ? [{ type: "main", displayName: "Approved" }, { type: "main", displayName: "Not Approved" }] : ["main"] }}',
		credentials: accountCredentials(DUO_ADMIN),
		properties: [...accountFields(), ...describeNode(resources, 'user')],
	};

	methods = { listSearch: listSearches };

	async execute(this: IExecuteFunctions) {
		return await executeNode.call(this, resources, (account) => chosenCredential(account, DUO_ADMIN));
	}
}
