import type { IDataObject } from 'n8n-workflow';

import { isoTimes } from '../../../shared/duo/duoTime';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrator, identityOf } from '../../references/administrator';

import { explainSecondLink, linkPath, requirePending } from './activationLinks';

export const createActivationLink: ItemOperation = {
	name: 'Create Activation Link',
	value: 'createActivationLink',
	action: 'Create activation link for administrator',
	description:
		'Make a link with which an administrator who is pending activation activates the account. There can be only one at a time: delete the old one first. Whoever opens it becomes that administrator, so treat it like a password.',
	permissions: ['administrators'],
	concurrency: changes(administrator),
	properties: [administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		requirePending(found);
		const link = await call.duo.post<IDataObject>(linkPath(found)).catch((fault: unknown) => {
			throw explainSecondLink(fault, found);
		});
		return { ...identityOf(found), ...link, ...isoTimes(link, ['expires']) };
	},
};
