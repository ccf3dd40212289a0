import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { describeNode } from '../shared/engine/describeNode';
import { executeNode } from '../shared/engine/executeNode';

import { DUO_AUTH } from './credential';
import { resources } from './resources';

export class DuoAuth implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Duo Auth',
		name: 'duoAuth',
		icon: { light: 'file:../../icons/duo.svg', dark: 'file:../../icons/duo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Verify users by push, call or passcode with Cisco Duo',
		defaults: { name: 'Duo Auth' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ ["authenticate", "verify"].includes($parameter["operation"]) && $parameter["separateOutputs"] ? [{ type: "main", displayName: "Approved" }, { type: "main", displayName: "Not Approved" }] : ["main"] }}',
		credentials: [{ name: 'duoAuthApi', required: true }, { name: 'duoAdminApi' }],
		properties: describeNode(resources, 'authentication'),
	};

	async execute(this: IExecuteFunctions) {
		return await executeNode.call(this, resources, () => DUO_AUTH);
	}
}
