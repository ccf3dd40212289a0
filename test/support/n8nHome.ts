/**
 * Runs before any test file of the engine layer: n8n-core reads its settings when it is loaded, and
 * would otherwise write a key file into the developer's home.
 */
import { join } from 'node:path';

process.env.N8N_USER_FOLDER = join(__dirname, '../../.cache/engine');
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';
process.env.N8N_LOG_LEVEL = 'silent';
