import type { IDataObject } from 'n8n-workflow';

import type { AccountIdentity } from '../../../../shared/duo/Duo';
import { withoutSecrets } from '../../../../shared/duo/secrets';
import type { DuoGroup } from '../../../duoObjects';
import type { DuoAdministrator } from '../../../references/administrator';
import type { DuoApplication } from '../../../references/application';

import type { GraphUser } from './graphUser';
import { entity, milliseconds, plainProperties, type Entity } from './model';

/**
 * The settings are empty where they were not asked for: then an account is named by what is known of it
 * anyway.
 */
export function accountEntity({ host, child }: AccountIdentity, settings: IDataObject): Entity {
	const siteId = /^api-(\w+)\.duosecurity\.com$/.exec(host)?.[1];
	// Child accounts may share a host.
	const id = [siteId ?? host, ...(child ? [child.account_id] : [])].join(':');
	return entity('duo_account', `duo-account:${id}`, {
		...plainProperties(withoutSecrets(settings)),
		id,
		name: typeof settings.name === 'string' ? settings.name : (child?.name ?? host),
		siteId,
		apiHostname: host,
		accountId: child?.account_id,
		webLink: siteId && `https://admin-${siteId}.duosecurity.com/`,
	});
}

export function adminEntity(
	admin: DuoAdministrator & { created?: number; last_login?: number | null },
): Entity {
	return entity('duo_admin', `duo-admin:${admin.admin_id}`, {
		...plainProperties(withoutSecrets(admin)),
		id: admin.admin_id,
		name: admin.name || admin.email,
		admin: true,
		username: admin.email,
		createdOn: milliseconds(admin.created),
		lastLogin: milliseconds(admin.last_login),
		...statusOf(admin),
	});
}

export function integrationEntity(application: DuoApplication & { notes?: string }): Entity {
	return entity('duo_integration', application.integration_key, {
		...plainProperties(withoutSecrets(application)),
		id: application.integration_key,
		name: application.name,
		notes: notesOf(application),
	});
}

export function groupEntity(group: DuoGroup & { desc?: string }): Entity {
	return entity('duo_group', `duo-group:${group.group_id}`, {
		...plainProperties(group),
		id: group.group_id,
		name: group.name,
		description: group.desc,
		...statusOf(group),
	});
}

export function userEntity(user: GraphUser): Entity {
	return entity('duo_user', `duo-user:${user.user_id}`, {
		id: user.user_id,
		name: user.realname || user.username,
		username: user.username,
		aliases: Object.values(user.aliases ?? {}),
		firstName: user.firstname ?? undefined,
		lastName: user.lastname ?? undefined,
		email: user.email,
		mfaEnabled: user.is_enrolled,
		createdOn: milliseconds(user.created),
		lastLogin: milliseconds(user.last_login),
		notes: notesOf(user),
		...statusOf(user),
	});
}

/** JupiterOne compares statuses in lower case; Duo writes some with a capital. */
function statusOf(of: { status?: string | null }) {
	const status = of.status?.toLowerCase() ?? '';
	return { status, active: status === 'active' };
}

function notesOf({ notes }: { notes?: string }): string[] {
	return notes ? [notes] : [];
}
