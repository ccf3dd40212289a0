import type { NodeCredential } from '../shared/engine/executeNode';

export const DUO_ADMIN: NodeCredential = { type: 'duoAdminApi', name: 'Duo Admin API' };
