/**
 * Every value for every parameter, for a quarter of the operations: right, or refused before anything is
 * changed.
 */
import { tryShare } from './tryShare';

tryShare(0, 4);
