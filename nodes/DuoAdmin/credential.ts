import type { IExecuteFunctions } from 'n8n-workflow';

import { DUO_ACCOUNTS } from '../shared/childAccounts';
import type { NodeCredential } from '../shared/execute';

export const DUO_ADMIN: NodeCredential = { type: 'duoAdminApi', name: 'Duo Admin API' };

/** The credential that the parameter "Authentication" names. */
export function chosenCredential(n8n: Pick<IExecuteFunctions, 'getNodeParameter'>): NodeCredential {
	return n8n.getNodeParameter('authentication', 0, 'adminApi') === 'accountsApi' ? DUO_ACCOUNTS : DUO_ADMIN;
}
