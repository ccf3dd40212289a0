/** How a node talks to Duo. */
export interface NodeCredential {
	type: string;
	/** As n8n's users know it, e.g. "Duo Admin API". */
	name: string;
}

/** The credential of a parent account (an MSP's), which opens all its child accounts. */
export const DUO_ACCOUNTS: NodeCredential = { type: 'duoAccountsApi', name: 'Duo Accounts API' };
