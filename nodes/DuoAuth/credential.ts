import type { NodeCredential } from '../shared/engine/executeNode';

export const DUO_AUTH: NodeCredential = { type: 'duoAuthApi', name: 'Duo Auth API' };
