/** Admin API: activation links and text messages for phones. */
import { invalid } from '../http/errors';
import { Raw } from '../http/reply';
import { resource, routes, type Call } from '../http/router';
import { activate, activationLinks, newActivation } from '../model/activation';
import type { Phone } from '../model/records';

import { phoneAt } from './lookup';

export const activationRoutes = [
	resource.post('/admin/v1/phones/:phone/activation_url', activationUrl),
	resource.post('/admin/v1/phones/:phone/send_sms_activation', smsActivation),
	resource.post('/admin/v1/phones/:phone/send_sms_installation', smsInstallation),
	resource.post('/admin/v1/phones/:phone/send_sms_passcodes', smsPasscodes),
	{ ...routes(undefined, undefined).get('/activate/:code', open), open: true },
];

const installationUrl = 'https://duo.example.test/install';

function activationUrl(call: Call) {
	const { links, valid_secs, install } = prepare(call);
	return { ...links, valid_secs, ...(install && { installation_url: installationUrl }) };
}

function smsActivation(call: Call) {
	const { phone, links, valid_secs, install } = prepare(call);
	checkNumber(phone);
	const activation = message(call, 'activation_msg', '<acturl>', links.activation_url);
	const installation = message(call, 'installation_msg', '<insturl>', installationUrl);
	return {
		activation_barcode: links.activation_barcode,
		activation_msg: activation,
		valid_secs,
		...(install && { installation_msg: installation }),
	};
}

function smsInstallation(call: Call) {
	const phone = phoneAt(call);
	checkKnown(phone);
	checkNumber(phone);
	return { installation_msg: message(call, 'installation_msg', '<insturl>', installationUrl) };
}

function smsPasscodes(call: Call) {
	const phone = phoneAt(call);
	checkNumber(phone);
	phone.smsPasscodes = Array.from({ length: 10 }, () => call.account.ids.digits(7));
	phone.sms_passcodes_sent = true;
	return '';
}

/** What every activation needs: a new link for a phone of a known kind. */
function prepare(call: Call) {
	const { account, params, tenant } = call;
	const phone = phoneAt(call);
	const valid_secs = params.count('valid_secs') ?? 86_400;
	const install = params.flag('install') ?? false;
	checkKnown(phone);
	const activation = newActivation(account, phone.phone_id, tenant.now() + valid_secs);
	return { phone, valid_secs, install, links: activationLinks(tenant.url, activation) };
}

function checkKnown({ type, platform }: Phone): void {
	// unconfirmed: which parameter Duo names when type or platform is unknown
	if (type === 'Unknown') throw invalid('type');
	if (platform === 'Unknown') throw invalid('platform');
}

// unconfirmed: how a text message to a phone without a number is refused
function checkNumber({ number }: Phone): void {
	if (number === '') throw invalid('number');
}

/** The caller's words, with the link in the place kept for it. */
function message({ params }: Call, name: string, placeholder: string, link: string): string {
	const text = params.text(name) ?? `To continue, open ${placeholder}`;
	// unconfirmed: how a text without its placeholder, or a text too long, is refused
	if (!text.includes(placeholder) || text.length > 160) throw invalid(name);
	return text.replace(placeholder, link);
}

/** The link itself, for the person with the phone. */
function open(call: Call) {
	const accounts = [call.tenant.account, ...call.tenant.children.values()];
	const done = accounts.some((account) => activate(account, call.at('code'), call.tenant.now()));
	return new Raw(
		'text/html',
		done ? '<p>This phone is now activated.</p>' : '<p>This link is not valid any more.</p>',
	);
}
