import type { NodeCredential } from '../shared/execute';

export const DUO_AUTH: NodeCredential = { type: 'duoAuthApi', name: 'Duo Auth API' };
