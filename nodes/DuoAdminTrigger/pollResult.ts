import type { IDataObject } from 'n8n-workflow';

import type { Permission } from '../shared/errors/permissions';

/** Something that could not be read in a poll. */
export interface PollFault {
	/** What it is, for remembering when it was last reported. */
	key: string;
	/** The same for people, e.g. The log “Telephony”. */
	title: string;
	permissions: readonly Permission[];
	fault: Error;
	/** Whether there is no place yet to go on from. */
	isFirstPoll: boolean;
}

/** What one poll found. What failed does not stop the rest. */
export interface Findings {
	events: IDataObject[];
	faults: PollFault[];
}
