import { report } from './report';

export const getTelephonyCreditsUsed = report('/admin/v1/info/telephony_credits_used', {
	name: 'Get Telephony Credits Used',
	value: 'getTelephonyCreditsUsed',
	action: 'Get telephony credits used',
	description: 'Count the telephony credits that were spent in a range of time',
});
