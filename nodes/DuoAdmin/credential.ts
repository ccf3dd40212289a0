import type { NodeCredential } from '../shared/accounts/credentials';

export const DUO_ADMIN: NodeCredential = { type: 'duoAdminApi', name: 'Duo Admin API' };
