/** Whose request it is: keys, signature and clock, in the order in which Duo checks them. */
import type { Account } from '../model/account';
import type { SimulatedTenant } from '../simulatedTenant';
import type { Api, ApiKey, RecordedRequest } from '../types';

import { DuoError, forbidden } from './errors';
import { signableDates, verify } from './signature';
import { header, hostOf, mediaType, type WireRequest } from './wire';

const bodyTypes = ['application/json', 'application/x-www-form-urlencoded'];

/** Who asks, and why Duo would not believe it. */
export interface Identity {
	integrationKey?: string;
	signature: RecordedRequest['signature'];
	key?: ApiKey;
	refusal?: DuoError;
}

/** The checks up to and including the clock, in the order in which they decide about the error. */
export function identify(tenant: SimulatedTenant, request: WireRequest): Identity {
	const [integrationKey, hex] = credentials(header(request, 'authorization'));
	if (integrationKey === undefined || hex === undefined) {
		return refuse({ signature: 'none' }, 40101, 'Missing request credentials');
	}
	const key = tenant.findKey(integrationKey);
	if (!key) {
		const message = 'Invalid integration key in request credentials';
		return refuse({ integrationKey, signature: 'invalid' }, 40102, message);
	}
	if (signableDates(request).length === 0) {
		// unconfirmed: that it comes before the signature
		return refuse({ integrationKey, signature: 'invalid' }, 40104, 'Missing request timestamp');
	}
	const verified = verify(request, hex, key.secretKey);
	if (!verified) {
		return refuse(
			{ integrationKey, signature: 'invalid' },
			40103,
			'Invalid signature in request credentials',
		);
	}
	const identity: Identity = { integrationKey, signature: verified.signature, key };
	// unconfirmed: how far off a clock may be
	const off = Math.abs(Date.parse(verified.date) - tenant.nowMs()) / 1000;
	// an unreadable date is NaN seconds off, which is no less than anything
	if (!(off <= tenant.options.clockSkewToleranceSeconds))
		return refuse(identity, 40105, 'Bad request timestamp');
	// unconfirmed: the words, and that a body without any Content-Type counts as one with a wrong one
	const isWrong = request.body.length > 0 && !bodyTypes.includes(mediaType(request) ?? '');
	return isWrong ? refuse(identity, 40106, 'Invalid Content-Type') : identity;
}

const refuse = (identity: Identity, code: number, message: string): Identity => ({
	...identity,
	refusal: new DuoError(code, message),
});

function credentials(authorization: string | undefined): string[] {
	const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
	return encoded === undefined ? [] : Buffer.from(encoded, 'base64').toString('utf8').split(':', 2);
}

/** The account whose data the call is about, if a key of this kind may call this API at all. */
export function accountFor(
	tenant: SimulatedTenant,
	key: ApiKey,
	request: WireRequest,
	accountId?: string,
): Account {
	const api = request.path.split('/')[1];
	const answersFor = (account: Account) => isHostOf(tenant, hostOf(request), account);
	const wrongType = forbidden('Wrong integration type for this API.');
	if (api === 'admin' && key.api === 'accounts') {
		// unconfirmed: how Duo refuses a parent's key that names no child, or an unknown one
		if (accountId === undefined) throw wrongType;
		const child = tenant.children.get(accountId);
		if (!child) throw forbidden();
		if (!answersFor(child)) throw wrongHost();
		return child;
	}
	const apis: Api[] = ['admin', 'auth', 'accounts'];
	if (apis.some((known) => known === api) && api !== key.api) throw wrongType;
	if (!answersFor(key.account)) throw wrongHost();
	return key.account;
}

// unconfirmed: that this error comes from a host that is not the account's
const wrongHost = () => new DuoError(40102, 'Invalid identity in request credentials');

/** The parent answers by whatever other names the machine has, too. */
const isHostOf = (tenant: SimulatedTenant, host: string, account: Account) =>
	account === tenant.account ? !tenant.childHosts.includes(host) : host === account.apiHostname;
