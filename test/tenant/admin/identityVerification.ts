/** Admin API: identity verification of users. */
import { invalid, notFound } from '../http/errors';
import { resource, type Call } from '../http/router';

import { userAt } from './lookup';

const path = '/admin/v2/identity_verification/:user';

// unconfirmed: everything that is answered here, and what happens when there is nothing to look at or to
// cancel
export const identityVerificationRoutes = [
	resource.post(`${path}/start`, (call) => {
		const inquiry = { inquiry_id: `inq_${call.account.ids.letters(12)}`, status: 'created' };
		call.account.identityVerifications.set(userAt(call).user_id, inquiry);
		return inquiry;
	}),
	resource.get(`${path}/status`, inquiryAt),
	resource.post(`${path}/cancel`, (call) => {
		const inquiry = inquiryAt(call);
		if (call.params.required('inquiry_id') !== inquiry.inquiry_id) throw invalid('inquiry_id');
		inquiry.status = 'canceled';
		return '';
	}),
];

function inquiryAt(call: Call) {
	const inquiry = call.account.identityVerifications.get(userAt(call).user_id);
	if (!inquiry) throw notFound();
	return inquiry;
}
