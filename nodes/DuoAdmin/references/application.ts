import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/errors/InputError';
import type { ItemParameters } from '../../shared/ItemParameters';
import { touchesNamed, type ItemCall } from '../../shared/operation';
import { path } from '../../shared/path';
import { withoutSecrets } from '../../shared/secrets';
import { expectId } from './id';
import { onlyMatch } from './onlyMatch';

/** An application that Duo protects, or that calls its APIs; Duo's APIs call it integration. */
export interface DuoApplication {
	integration_key: string;
	name: string;
	type?: string;
}

export const APPLICATIONS = '/admin/v3/integrations';

type ApplicationMode = 'list' | 'name' | 'integrationKey';

/** The one way to name an application. Read with {@link findApplication}. */
export function applicationField(): INodeProperties {
	return {
		displayName: 'Application',
		name: 'application',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The application: from the list, by its name, or by its integration key',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose an application…',
				typeOptions: { searchListMethod: 'searchApplications', searchable: true },
			},
			{ displayName: 'Name', name: 'name', type: 'string', placeholder: 'e.g. VPN' },
			{
				displayName: 'Integration Key',
				name: 'integrationKey',
				type: 'string',
				placeholder: 'e.g. DIXXXXXXXXXXXXXXXXXX',
				hint: 'The 20 characters on the page of the application in the Duo Admin Panel, also called Client ID',
			},
		],
	};
}

/** For operations that change the application that an item names. */
export const touchesApplication = touchesNamed('application');

/**
 * The application that the parameter "Application" names, without its secrets. Duo cannot search them by name, so they
 * are listed once per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findApplication({ params, duo }: ItemCall): Promise<DuoApplication> {
	const { mode, value } = params.locator<ApplicationMode>('application');
	if (mode !== 'name') {
		const key = expectIntegrationKey(value);
		return await duo.once(`application ${key}`, async () =>
			withoutSecrets(await duo.get<DuoApplication>(path`/admin/v3/integrations/${key}`)),
		);
	}
	const applications = await duo.once('application list', async () =>
		withoutSecrets(await duo.list<DuoApplication>(APPLICATIONS)),
	);
	return onlyMatch(applications, value, {
		noun: 'application',
		label: 'name',
		idLabel: 'integration key',
		textOf: ({ name }) => name,
		idOf: ({ integration_key }) => integration_key,
	});
}

/** For operations that need no more than the key, so that they need no permission for applications. */
export function applicationKeyField(): INodeProperties {
	const { modes = [], ...field } = applicationField();
	return {
		...field,
		description: 'The application: from the list, or by its integration key',
		modes: modes.filter(({ name }) => name !== 'name'),
	};
}

/** The key that {@link applicationKeyField} names, as it stands there. */
export function readApplicationKey(params: ItemParameters): string {
	return expectIntegrationKey(params.locator('application').value);
}

/** @throws InputError for everything else, without repeating what may be a secret key. */
export function expectIntegrationKey(text: string): string {
	if (/^\w{40}$/.test(text)) {
		throw new InputError(
			'“Application” holds what looks like a secret key',
			'The integration key is the shorter one, DI and 18 capital letters or digits.',
		);
	}
	return expectId(text, 'DI', 'application', 'integration key');
}

/**
 * To be asked before something is done to an application that makes its keys useless.
 *
 * @throws InputError when they are the keys that the credential holds.
 */
export async function refuseOwnApplication({ duo }: ItemCall, application: DuoApplication): Promise<void> {
	if ((await duo.credentialValue('integrationKey')) !== application.integration_key) return;
	throw new InputError(
		`“${application.name}” is the application whose keys this node uses`,
		'Nothing was changed: without them, no workflow with this credential could call Duo any more. Use the keys of another application, or do it in the Duo Admin Panel.',
	);
}
