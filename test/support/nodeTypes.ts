/** Our nodes, by the name under which a workflow knows them. */
import { NodeHelpers, type INodeType, type INodeTypes } from 'n8n-workflow';

import { DuoAccounts } from '../../nodes/DuoAccounts/DuoAccounts.node';
import { DuoAdmin } from '../../nodes/DuoAdmin/DuoAdmin.node';
import { DuoAdminTrigger } from '../../nodes/DuoAdminTrigger/DuoAdminTrigger.node';
import { DuoAuth } from '../../nodes/DuoAuth/DuoAuth.node';

const known: Record<string, INodeType> = {
	duoAccounts: new DuoAccounts(),
	duoAdmin: new DuoAdmin(),
	duoAuth: new DuoAuth(),
	duoAdminTrigger: new DuoAdminTrigger(),
};

/** Our node types, as n8n's engine asks for them. */
export const nodeTypes: INodeTypes = {
	getByName: (name) => known[name]!,
	getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(known[name]!, version),
	getKnownTypes: () => ({}),
};
