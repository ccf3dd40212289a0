/** Accounts API: edition and telephony credits of child accounts. */
import { forbidden, invalid } from '../http/errors';
import { routes, type Call } from '../http/router';
import { editions } from '../model/account';

const billing = routes(undefined, undefined);

export const billingRoutes = [
	billing.get('/admin/v1/billing/edition', (call) => ({ edition: childOf(call).edition })),
	billing.post('/admin/v1/billing/edition', setEdition),
	billing.get('/admin/v1/billing/telephony_credits', (call) => ({
		credits: childOf(call).telephonyCredits,
	})),
	billing.post('/admin/v1/billing/telephony_credits', setCredits),
];

/** Only parents deal with the billing of their children, and only where Duo's support has enabled it. */
function childOf({ account, key, tenant }: Call) {
	// unconfirmed: how Duo refuses the key of another API here
	if (key?.api !== 'accounts' || !tenant.account.billingEnabled) throw forbidden();
	return account;
}

function setEdition(call: Call) {
	const child = childOf(call);
	const wanted = call.params.required('edition');
	// unconfirmed: whether Duo minds the case
	const edition = editions.find((known) => known === wanted);
	if (!edition) throw invalid('edition');
	child.edition = edition;
	// unconfirmed: what Duo answers
	return '';
}

/** What the child gains, its parent loses, and the other way round. */
function setCredits(call: Call) {
	const child = childOf(call);
	call.params.required('credits');
	const credits = call.params.count('credits') ?? 0;
	const parent = call.tenant.account;
	const left = parent.telephonyCredits + child.telephonyCredits - credits;
	// unconfirmed: how Duo refuses more than the parent has
	if (left < 0) throw invalid('credits');
	parent.telephonyCredits = left;
	child.telephonyCredits = credits;
	// unconfirmed: what Duo answers
	return '';
}
