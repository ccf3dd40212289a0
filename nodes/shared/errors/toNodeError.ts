import {
	NodeApiError,
	NodeOperationError,
	UserError,
	type INode,
	type INodeProperties,
	type JsonObject,
} from 'n8n-workflow';

import { ConnectionError } from './ConnectionError';
import { DuoApiError } from './DuoApiError';
import { fieldLabel } from './fieldLabel';
import { InputError } from './InputError';
import { PartialError } from './PartialError';
import { permissionLabels, type Permission } from './permissions';

/** What the wording of a message depends on, beside the fault itself. */
export interface ErrorContext {
	node: INode;
	/** As n8n's users know it, e.g. "Duo Admin API". */
	credentialName: string;
	permissions: readonly Permission[];
	/** The parameters of the operation. */
	properties?: INodeProperties[];
	itemIndex?: number;
}

interface Explanation {
	message: string;
	description: string;
}

/**
 * Any fault of an operation as the error that n8n shows: what happened, how to get unstuck, which item.
 * Duo's own code, message and detail stay readable in the description.
 */
export function toNodeError(fault: unknown, circumstances: ErrorContext): NodeApiError | NodeOperationError {
	const { node, itemIndex } = circumstances;

	if (fault instanceof DuoApiError) {
		const { message, description } = wordsFor(fault, circumstances);
		const duo: JsonObject = { code: fault.code, message: fault.message, message_detail: fault.detail };
		const error = new NodeApiError(node, duo, {
			message,
			description: `${description} Duo says: ${fault.duoSays}.`.trim(),
			httpCode: String(fault.status),
			itemIndex,
		});
		error.context.duo = duo;
		return error;
	}
	if (fault instanceof ConnectionError) {
		const { message, hint: description } = fault;
		return new NodeApiError(node, { message }, { message, description, itemIndex });
	}
	if (fault instanceof InputError || fault instanceof PartialError || fault instanceof UserError) {
		const description = fault instanceof UserError ? (fault.description ?? '') : fault.hint;
		return new NodeOperationError(node, fault.message, { description, itemIndex });
	}
	if (fault instanceof NodeApiError || fault instanceof NodeOperationError) {
		fault.context.itemIndex ??= itemIndex;
		return fault;
	}
	return new NodeOperationError(node, fault instanceof Error ? fault : String(fault), { itemIndex });
}

function wordsFor(fault: DuoApiError, circumstances: ErrorContext): Explanation {
	const byCode = explanations[fault.code];
	if (byCode) return byCode(fault, circumstances);
	if (fault.status === 429) return tooManyRequests(fault);
	return {
		message: `Duo refused the request: ${fault.message}`,
		description: `The request was ${fault.method} ${fault.path}.`,
	};
}

function tooManyRequests(fault: DuoApiError): Explanation {
	if (fault.isLimitOfUser) {
		return {
			message: 'Duo still asks to slow down with this user',
			description:
				'Duo limits how often one user may be authenticated. Wait some minutes before you ask them again, and find out what asks them so often.',
		};
	}
	const ofUser = /^\/auth\/v2\/(pre)?auth$/.test(fault.path)
		? 'This user may have been authenticated too often in a short time, or other programs may be using'
		: 'Other programs may be using';
	return {
		message: 'Duo still asks to slow down',
		description: `${ofUser} the same Duo account. Run the workflow again later, with fewer items at a time.`,
	};
}

/** One entry per code of Duo's that has a remedy. */
const explanations: Record<number, (fault: DuoApiError, at: ErrorContext) => Explanation> = {
	40001: missingParameter,
	40002: invalidParameter,
	40003: () => ({
		message: 'Duo already has such an entry',
		description: 'Look it up first and use or update the existing one.',
	}),
	40101: (_, at) => ({
		message: 'Duo received no valid keys',
		description: `Fill in the integration key and the secret key of the ${at.credentialName} credential.`,
	}),
	40102: (_, at) => ({
		message: 'Duo does not know the integration key',
		description: `Copy the integration key of the ${at.credentialName} credential again, and check that the API hostname is the one on the same page of the Duo Admin Panel.`,
	}),
	40103: (_, at) => ({
		message: 'Duo does not accept the signature: the secret key is most likely wrong',
		description: `Copy the secret key of the ${at.credentialName} credential again, completely.`,
	}),
	40104: () => changedOnTheWay('without its date'),
	40105: wrongClock,
	40106: () => changedOnTheWay('with another content type'),
	40301: (fault, at) =>
		fault.detail.startsWith('Wrong integration type')
			? {
					message: 'These keys belong to another kind of Duo application',
					description: `The ${at.credentialName} credential needs the keys of an application of the type ${at.credentialName.replace(/^Duo /, '')}.`,
				}
			: {
					message: 'Duo does not allow this application to do that',
					description: forbiddenHint(at.permissions),
				},
	40401: (fault) => ({
		message: 'Duo does not find what the request names',
		description: `It may have been deleted, or the ID belongs to another account. The request was ${fault.method} ${fault.path}.`,
	}),
	50001: (fault) =>
		isAssociation(fault)
			? {
					message: 'Duo could not add the entry',
					description:
						'Most likely a limit is reached: Duo keeps at most 100 phones, tokens, groups or bypass codes per user, and 100 users per phone.',
				}
			: {
					message: 'Duo reports a fault of its own',
					description: `Try again later. The request was ${fault.method} ${fault.path}.`,
				},
};

/** Every request has both when it leaves. */
function changedOnTheWay(how: string): Explanation {
	return {
		message: `The request arrived at Duo ${how}`,
		description:
			'Most likely a proxy between n8n and Duo changed it. Let requests to the API hostname pass the proxy unchanged.',
	};
}

function invalidParameter(fault: DuoApiError, at: ErrorContext): Explanation {
	if (fault.detail === 'no capable device') {
		return {
			message: 'The user has no device that can be used this way',
			description: 'Choose another factor, or associate and activate a phone first.',
		};
	}
	if (isUnfitPhone(fault)) {
		return {
			message: 'Duo cannot do that with this phone as it is',
			description:
				'It needs a type and a platform other than Unknown, and a number for an SMS. Set them with the operation “Update”.',
		};
	}
	return missingParameter(fault, at);
}

/** Duo's detail is a sentence, or the name of a parameter. */
function missingParameter(fault: DuoApiError, { properties = [] }: ErrorContext): Explanation {
	const { detail } = fault;
	const isSentence = /\s/.test(detail);
	const field = fieldLabel(detail, properties) ?? detail;
	return {
		message:
			detail === '' || isSentence
				? `Duo does not accept these values${detail && `: ${detail}`}`
				: `Duo does not accept the value of “${field}”`,
		description: `Check the values that this item sends. The request was ${fault.method} ${fault.path}.`,
	};
}

function wrongClock(fault: DuoApiError): Explanation {
	const ahead = fault.clockAheadSeconds;
	const offset =
		ahead === undefined ? 'off' : `${Math.abs(ahead)} seconds ${ahead > 0 ? 'ahead of' : 'behind'} Duo’s`;
	return {
		message: `The clock of the machine that runs n8n is ${offset}`,
		description: 'Set the clock by NTP; Duo refuses requests that are minutes off.',
	};
}

function forbiddenHint(needed: readonly Permission[]): string {
	const network = 'check that its allowed networks include this n8n';
	return needed.length === 0
		? `In the Duo Admin Panel, open the application and ${network}.`
		: `In the Duo Admin Panel, open the application and grant ${permissionLabels(needed)}. If that is granted, ${network} and that your Duo edition has the feature.`;
}

/** Activations and messages that fail for the phone itself, not for a value that was sent along. */
function isUnfitPhone(fault: DuoApiError): boolean {
	return (
		/\/phones\/[^/]+\/(activation_url|send_sms_\w+)$/.test(fault.path) &&
		!/^(valid_secs|install|activation_msg)/.test(fault.detail)
	);
}

/** Adding a phone, group, token or bypass code to a user: where Duo's limits of 100 apply. */
function isAssociation(fault: DuoApiError): boolean {
	return fault.method === 'POST' && /\/users\/[^/]+\/[^/]+$/.test(fault.path);
}
export type NodeFault = NodeApiError | NodeOperationError;
