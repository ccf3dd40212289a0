import type { INodeProperties } from 'n8n-workflow';

/**
 * How a verification ends. Only `approved` means that the user has proven who they are: a bypassed user was
 * let through without being asked, and `passcodesSent` asks to come back with one. `failed` is a fault on
 * Duo's side, e.g. a push that did not get through; `refused` is a refusal of Duo's whose reason only Duo's
 * own words tell.
 */
export type VerificationOutcome =
	| 'approved'
	| 'bypassed'
	| 'denied'
	| 'failed'
	| 'fraud'
	| 'lockedOut'
	| 'noDevice'
	| 'notEnrolled'
	| 'passcodesSent'
	| 'refused'
	| 'timedOut';

/** The two fields that every verification's output begins with. */
export function verdict(outcome: VerificationOutcome) {
	return { approved: outcome === 'approved', outcome };
}

/** For `firstOutputTakes`: approved items go first. */
export function isApproved(json: { approved?: unknown }): boolean {
	return json.approved === true;
}

/** Turns one output into two. The node's `outputs` expression reads it. */
export function separateOutputsField(): INodeProperties {
	return {
		displayName: 'Separate Outputs',
		name: 'separateOutputs',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether to give the node two outputs, one for approved items and one for all others. Items with an error never take the first.',
	};
}
