import type { NodeCredential } from '../shared/accounts/credentials';

export const DUO_AUTH: NodeCredential = { type: 'duoAuthApi', name: 'Duo Auth API' };
