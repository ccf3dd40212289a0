import { withoutSecrets } from '../../shared/duo/secrets';
import type { ItemCall } from '../../shared/engine/ItemCall';
import { InputError } from '../../shared/errors/InputError';
import { quoted } from '../../shared/errors/quoted';

import { expectId } from './id';
import { reference } from './reference';

/** An application that Duo protects, or that calls its APIs; Duo's APIs call it integration. */
export interface DuoApplication {
	integration_key: string;
	name: string;
	type?: string;
}

export const APPLICATIONS = '/admin/v3/integrations';

/** Without its secrets. */
export const application = reference<DuoApplication>({
	displayName: 'Application',
	parameter: 'application',
	noun: 'application',
	path: APPLICATIONS,
	permission: 'applications',
	prefix: 'DI',
	idTerm: 'integration key',
	idHint:
		'The integration key is the 20 characters on the page of the application in the Duo Admin Panel, also called Client ID.',
	checkId: refuseSecretKey,
	cleaned: withoutSecrets,
	idOf: ({ integration_key }) => integration_key,
	shown: ({ name, type }) => (type ? `${name} (${type})` : name),
	alsoFoundBy: ({ type }) => [type],
	names: [
		{
			mode: 'name',
			displayName: 'Name',
			term: 'name',
			placeholder: 'e.g. VPN',
			of: ({ name }) => name,
		},
	],
});

/** @throws InputError for everything else, without repeating what may be a secret key. */
export function expectIntegrationKey(text: string): string {
	refuseSecretKey(text);
	return expectId(text, 'DI', 'application', 'integration key');
}

function refuseSecretKey(text: string): void {
	if (!/^\w{40}$/.test(text)) return;
	throw new InputError(
		'“Application” holds what looks like a secret key',
		'The integration key is the shorter one, DI and 18 capital letters or digits.',
	);
}

/**
 * To be asked before something is done to an application that makes its keys useless.
 *
 * @throws InputError when they are the keys that the credential holds.
 */
export async function refuseOwnApplication(
	{ duo }: ItemCall,
	{ integration_key, name }: DuoApplication,
): Promise<void> {
	if ((await duo.credentialValue('integrationKey')) !== integration_key) return;
	throw new InputError(
		`${quoted(name)} is the application whose keys this node uses`,
		'Nothing was changed: without them, no workflow with this credential could call Duo any more. Use the keys of another application, or do it in the Duo Admin Panel.',
	);
}
