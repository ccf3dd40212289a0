import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { DUO_ADMIN } from '../DuoAdmin/credential';
import { accountCredentials, accountFields } from '../shared/accountsOfRun';
import { searchChildAccounts } from '../shared/childAccounts';
import { triggerFields } from './fields';
import { poll } from './poll';

export class DuoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Duo Trigger',
		name: 'duoTrigger',
		icon: { light: 'file:../../icons/duo.svg', dark: 'file:../../icons/duo.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["source"] }}',
		description:
			'Starts the workflow when something happens in Cisco Duo: every event of its logs once, none lost',
		defaults: { name: 'Duo Trigger' },
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
