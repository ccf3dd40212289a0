/** A comparison with another tool for Duo: what it can do, and which operations of ours do the same. */

/** `node/resource/operation`. */
export type OperationPath = `${'duoAdmin' | 'duoAuth' | 'duoAccounts'}/${string}/${string}`;

/** Done by an operation, by any of several, or by n8n's HTTP Request node for a reason. */
export type Ours = OperationPath | readonly OperationPath[] | { http: string };

export interface Comparison {
	title: string;
	source: string;
	/** What they call it (several names of one thing: separated by commas), and what does it here. */
	rows: ReadonlyArray<readonly [theirs: string, ours: Ours]>;
}

export const secretKey: Ours = { http: 'A secret key never leaves the nodes' };
