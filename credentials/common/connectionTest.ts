import type { ICredentialTestRequest, IHttpRequestMethods } from 'n8n-workflow';

/**
 * A connection test that says which value is wrong.
 *
 * Duo's HTTP status alone cannot tell a wrong key from a wrong clock, so statuses are ignored and the
 * rules look at the code in Duo's reply. n8n shows the message of the first rule whose value is equal.
 * A reply that no rule matches passes: so a valid key without a single permission passes too, unless
 * `needsNoPermission` says that Duo answers every valid key of this type.
 */
export function connectionTest(
	applicationType: string,
	call: { method: IHttpRequestMethods; url: string; needsNoPermission: boolean },
): ICredentialTestRequest {
	const wrongKey =
		'Duo does not know this integration key. Copy it again, and check that the API hostname is the one on the same page.';
	const wrongClock =
		'The clock of the machine that runs n8n is wrong: Duo refuses requests that are minutes off. Set it by NTP.';

	return {
		request: { method: call.method, url: call.url, ignoreHttpStatusErrors: true, timeout: 30_000 },
		rules: [
			when(
				'message_detail',
				'Wrong integration type for this API.',
				`These are the keys of another kind of application. Create or choose an application of the type ${applicationType} in the Duo Admin Panel.`,
			),
			when('code', 40101, 'Duo received no keys. Fill in the integration key and the secret key.'),
			when('code', 40102, wrongKey),
			when('message', 'Invalid identity in request credentials', wrongKey),
			when(
				'code',
				40103,
				'The secret key does not fit the integration key. Copy the secret key again, completely.',
			),
			when('code', 40104, wrongClock),
			when('code', 40105, wrongClock),
			when('message', 'Bad request timestamp', wrongClock),
			...(call.needsNoPermission
				? [
						when(
							'code',
							40301,
							'Duo refuses this application. Check in the Duo Admin Panel that it is active and that its allowed networks include this n8n.',
						),
					]
				: []),
			when('code', 50001, 'Duo reports a fault of its own. Try again in a minute.'),
			when(
				'stat',
				undefined,
				'The reply did not come from a Duo API. Check the API hostname: it begins with “api-”.',
			),
		],
	};
}

type Rule = Extract<NonNullable<ICredentialTestRequest['rules']>[number], { type: 'responseSuccessBody' }>;

function when(key: string, value: unknown, message: string): Rule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}
