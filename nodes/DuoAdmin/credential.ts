import type { NodeCredential } from '../shared/execute';

export const DUO_ADMIN: NodeCredential = { type: 'duoAdminApi', name: 'Duo Admin API' };
