/** The folders that tests use. */
import { resolve } from 'node:path';

export const repository = resolve(__dirname, '../../..');

/** Where n8n itself is installed. */
export const n8nHome = resolve(repository, 'test/n8n');

/** For what tests leave behind to be looked at; git ignores it. */
export const cache = resolve(repository, '.cache');
