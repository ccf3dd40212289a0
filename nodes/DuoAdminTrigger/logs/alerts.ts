import type { IDataObject } from 'n8n-workflow';

import type { DuoParameters } from '../../shared/duo/Duo';
import type { LogRow } from '../../shared/logs/LogSource';

import type { RefusedPushes } from './RefusedPushes';

/** What security teams watch for: the log that tells it, and which of its rows. */
export interface Alert {
	/** Stored in users' workflows: never change it. */
	value: string;
	name: string;
	log: string;
	/** What Duo itself can filter by. */
	filters?: DuoParameters;
	/** @param pushes what is known of the rows before. */
	matches: (row: LogRow, pushes: RefusedPushes) => boolean;
}

/**
 * Source: Duo's Admin API documentation, "Logs"; the names of actions are those in public samples of the
 * logs.
 */
export const alerts: readonly Alert[] = [
	{
		value: 'administratorCreated',
		name: 'Administrator Created',
		log: 'administrator',
		// By somebody else, by invitation, and by the invited administrator, whose role is in the description.
		matches: ({ action }) =>
			isOneOf(action, ['admin_create', 'admin_activation_create', 'admin_self_activate']),
	},
	{
		value: 'bypassCodeCreated',
		name: 'Bypass Code Created or Viewed',
		log: 'administrator',
		matches: ({ action }) => isOneOf(action, ['bypass_create', 'bypass_view']),
	},
	{
		value: 'bypassCodeUsed',
		name: 'Bypass Code Used',
		log: 'authentication',
		filters: { factors: ['bypass_code'] },
		matches: ({ factor }) => factor === 'bypass_code',
	},
	{
		value: 'fraud',
		name: 'Fraud Reported',
		log: 'authentication',
		filters: { results: ['fraud'] },
		matches: ({ result }) => result === 'fraud',
	},
	{
		value: 'loginDenied',
		name: 'Login Denied',
		log: 'authentication',
		filters: { results: ['denied'] },
		matches: ({ result }) => result === 'denied',
	},
	{
		value: 'policyChanged',
		name: 'Policy Changed',
		log: 'administrator',
		matches: ({ action }) =>
			typeof action === 'string' &&
			/^(policy|global_policy)_|_policy_(add|remove|assign|unassign)$/.test(action),
	},
	{
		value: 'pushHarassment',
		name: 'Push Harassment',
		log: 'authentication',
		filters: { results: ['denied', 'fraud'] },
		matches: (row, pushes) => pushes.tell(row) || row.reason === 'anomalous_push',
	},
	{
		value: 'secretKeyViewed',
		name: 'Secret Key Viewed',
		log: 'administrator',
		matches: ({ action }) => isOneOf(action, ['integration_skey_view', 'integration_skey_bulk_view']),
	},
	{
		value: 'userBypass',
		name: 'User or Group Put in Bypass',
		log: 'administrator',
		matches: ({ action, description }) =>
			isOneOf(action, ['user_create', 'user_update', 'group_create', 'group_update']) &&
			statusIn(description) === 'bypass',
	},
];

function isOneOf(action: unknown, actions: readonly string[]): boolean {
	return typeof action === 'string' && actions.includes(action);
}

/** The status in the JSON text of an administrator's action, in lower case. */
function statusIn(description: unknown): string {
	if (typeof description !== 'string') return '';
	try {
		const { status } = JSON.parse(description) as IDataObject;
		return typeof status === 'string' ? status.toLowerCase() : '';
	} catch {
		return '';
	}
}
