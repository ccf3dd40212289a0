import type { INodeProperties } from 'n8n-workflow';

import type { Duo, DuoParameters } from '../../../../shared/duo/Duo';
import type { ItemParameters } from '../../../../shared/parameters/ItemParameters';
import { pairsField } from '../../../../shared/parameters/pairs';
import { postAbout, type NamedUser } from '../../../user';

import type { AuthStatus } from './authStatus';
import type { Factor } from './preauth';

/** Fields that tell Duo and the user more about a log-in. Read with {@link readContext}. */
export function contextFields(): INodeProperties[] {
	return [
		{
			displayName: 'Access Hostname',
			name: 'hostname',
			type: 'string',
			default: '',
			description: 'The host that the user wants to get into, for Duo’s log',
		},
		{
			displayName: 'Client IP Address',
			name: 'ipaddr',
			type: 'string',
			default: '',
			placeholder: 'e.g. 203.0.113.7',
			description: 'The user’s address, in dotted form, for Duo’s policies and log',
		},
	];
}

/** Fields that change what the user sees on the phone. Read with {@link readPrompt}. */
export function promptFields(): INodeProperties[] {
	return [
		{
			displayName: 'Displayed Username',
			name: 'displayUsername',
			type: 'string',
			default: '',
			description: 'The username that the push shows',
		},
		pairsField({
			displayName: 'Push Info',
			name: 'pushinfo',
			description: 'Names and values that the push shows, e.g. ticket and 4711',
		}),
		{
			displayName: 'Push Title',
			name: 'type',
			type: 'string',
			default: '',
			placeholder: 'e.g. Password reset',
			description: 'The kind of request that the push names instead of “Login”',
		},
	];
}

/** The device to use. */
export function deviceField(): INodeProperties {
	return {
		displayName: 'Device',
		name: 'device',
		type: 'string',
		default: 'auto',
		description: 'The device’s ID as Preauth lists it, or “auto” for the first one that fits',
	};
}

/** Added fields of {@link contextFields} as Duo's parameters. */
export function readContext(params: ItemParameters): DuoParameters {
	const options = params.collection('options');
	return { ipaddr: options.text('ipaddr'), hostname: options.text('hostname') };
}

/** Added fields of {@link promptFields} as Duo's parameters. Duo wants the push info form-encoded. */
export function readPrompt(params: ItemParameters): DuoParameters {
	const options = params.collection('options');
	const pushinfo = new URLSearchParams(options.pairs('pushinfo')).toString();
	return {
		display_username: options.prose('displayUsername'),
		type: options.prose('type'),
		pushinfo: pushinfo === '' ? undefined : pushinfo,
	};
}

/**
 * Starts an authentication: sends the push, calls, texts, or checks a passcode. Never repeated by itself.
 *
 * @returns the transaction to wait for, or, for factors that Duo settles at once, how it ended.
 */
export async function startAuth(
	duo: Duo,
	factor: Factor,
	user: NamedUser,
	parameters: DuoParameters,
): Promise<{ txid: string } | AuthStatus> {
	const isSettledAtOnce = factor === 'passcode' || factor === 'sms';
	return await postAbout(duo, '/auth/v2/auth', user, {
		factor,
		async: isSettledAtOnce ? undefined : 1,
		...parameters,
	});
}
