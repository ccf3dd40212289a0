import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { DUO_ADMIN } from '../DuoAdmin/credential';
import { accountCredentials, accountFields } from '../shared/accounts/accountFields';
import { searchChildAccounts } from '../shared/accounts/childAccount';

import { triggerFields } from './parameters';
import { poll } from './poll';

export class DuoAdminTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Duo Admin Trigger',
		name: 'duoAdminTrigger',
		icon: { light: 'file:../../icons/duo.svg', dark: 'file:../../icons/duo.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["triggerOn"] }}',
		// n8n shows one entry for this node and Duo Admin, with this text: it has to fit both
		description:
			'Manage users and their devices, groups, administrators, applications, policies and settings in Cisco Duo, and start workflows on its events',
		defaults: { name: 'Duo Admin Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: accountCredentials(DUO_ADMIN),
		properties: [...accountFields(), ...triggerFields()],
	};

	methods = { listSearch: { searchChildAccounts } };

	async poll(this: IPollFunctions) {
		return await poll.call(this);
	}
}
