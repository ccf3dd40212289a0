import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';

export const log: Resource = {
	name: 'Log',
	value: 'log',
	operations: [getMany],
};
