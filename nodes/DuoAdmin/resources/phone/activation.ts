import type { INodeProperties } from 'n8n-workflow';

import type { Duo } from '../../../shared/duo/Duo';
import { path } from '../../../shared/duo/path';
import { InputError } from '../../../shared/errors/InputError';
import { quoted } from '../../../shared/errors/quoted';

export interface ActivationTerms {
	/** Seconds. */
	validSecs: number;
	/** Whether to hand out a link to the Duo Mobile app too. */
	install: boolean;
}

/** A link that activates Duo Mobile on a phone, with a QR code. */
export interface ActivationLink {
	activation_url: string;
	/** Address of a QR code with the same content. */
	activation_barcode: string;
	installation_url?: string;
	valid_secs: number;
}

/** Duo refuses this for phones of unknown type or platform. */
export async function activationLink(
	duo: Duo,
	phoneId: string,
	{ validSecs, install }: ActivationTerms,
): Promise<ActivationLink> {
	return await duo.post<ActivationLink>(path`/admin/v1/phones/${phoneId}/activation_url`, {
		valid_secs: validSecs,
		install: wireFlag(install),
	});
}

/** The texts of the messages; Duo's own where absent. */
export interface MessageTexts {
	activation?: string;
	installation?: string;
}

/**
 * Sends an activation link by SMS. The reply holds the texts that were sent, link included, so it is
 * not handed on.
 */
export async function sendActivation(
	duo: Duo,
	phoneId: string,
	{ validSecs, install }: ActivationTerms,
	texts: MessageTexts = {},
): Promise<{ valid_secs: number }> {
	const { valid_secs } = await duo.post<{ valid_secs: number }>(
		path`/admin/v1/phones/${phoneId}/send_sms_activation`,
		{
			valid_secs: validSecs,
			install: wireFlag(install),
			activation_msg: texts.activation,
			installation_msg: texts.installation,
		},
	);
	return { valid_secs };
}

/** A message text with the placeholder that Duo replaces by the link. */
export function messageField(
	kind: 'Activation' | 'Installation',
	placeholder: '<acturl>' | '<insturl>',
): INodeProperties {
	return {
		displayName: `${kind} Message`,
		name: `${kind.toLowerCase()}Message`,
		type: 'string',
		default: '',
		placeholder: `e.g. Open this link: ${placeholder}`,
		description: `The text of the message, with ${placeholder} where the link goes; at most 160 characters`,
	};
}

/** @throws InputError when the text lacks its placeholder or is too long for an SMS. */
export function checkMessage(text: string | undefined, placeholder: string): string | undefined {
	if (text === undefined) return undefined;
	if (!text.includes(placeholder)) {
		throw new InputError(
			`The message ${quoted(text)} has no place for the link`,
			`Put ${placeholder} where the link goes.`,
		);
	}
	if (text.length > 160) {
		throw new InputError(`The message is ${text.length} characters long`, 'An SMS holds at most 160.');
	}
	return text;
}

/** Duo wants 0 or 1 here. */
function wireFlag(flag: boolean): number {
	return flag ? 1 : 0;
}
