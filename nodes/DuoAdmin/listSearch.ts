import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { duoOfEditor } from '../shared/accounts/RunAccounts';
import type { Page } from '../shared/duo/PagesAhead';
import type { Permission } from '../shared/errors/permissions';
import { toNodeError } from '../shared/errors/toNodeError';

import { DUO_ADMIN } from './credential';
import type { DuoBypassCode, DuoGroup, DuoPhone, DuoUser } from './duoObjects';
import { UNITS, type DuoAdministrativeUnit } from './references/administrativeUnit';
import type { DuoAdministrator } from './references/administrator';
import { ACTIVATIONS, type DuoActivation } from './references/administratorActivation';
import { APPLICATIONS, type DuoApplication } from './references/application';
import type { DuoDesktopAuthenticator } from './references/desktopAuthenticator';
import type { DuoEndpoint } from './references/endpoint';
import { phoneLabel } from './references/phone';
import { GLOBAL_POLICY, POLICY_PAGE_SIZE, type DuoPolicy } from './references/policy';
import { BLOCKED_DEVICES, REGISTERED_DEVICES, type DuoRegisteredDevice } from './references/registeredDevice';
import { SHARED_DEVICES, type DuoSharedDeviceAuth } from './references/sharedDeviceAuth';
import { typeName, type HardwareToken } from './references/token';
import type { DuoU2fToken } from './references/u2fToken';
import type { WebAuthnCredential } from './references/webAuthn';

export { searchChildAccounts } from '../shared/accounts/childAccount';

/** Enough to fill the list; further ones come when the user scrolls. */
const ENOUGH = 20;

/** How one kind of thing is listed and searched. */
interface ListedKind<T> {
	path: string;
	pageSize: number;
	/** Reading resources when absent. */
	permission?: Permission;
	toEntry: (object: T) => INodeListSearchItems;
	/** All texts that a search may hit. */
	texts: (object: T) => Array<string | null | undefined>;
}

/**
 * A search for n8n's "From list". Duo cannot search by part of a name, so its pages are searched here,
 * as many as are needed to fill the list.
 */
function search<T>({ path, pageSize, permission = 'readResource', toEntry, texts }: ListedKind<T>) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const wanted = filter?.trim().toLowerCase() ?? '';
		const isHit = (object: T) =>
			texts(object).some((text) => text?.toLowerCase().includes(wanted)) || wanted === '';

		const results: INodeListSearchItems[] = [];
		let offset: number | undefined = Number(paginationToken ?? 0);
		try {
			const duo = await duoOfEditor(this, DUO_ADMIN);
			while (offset !== undefined && results.length < ENOUGH) {
				const page: Page<T> = await duo.page<T>(path, offset, pageSize);
				results.push(...page.objects.filter(isHit).map(toEntry));
				offset = page.nextOffset;
			}
		} catch (fault) {
			throw toNodeError(fault, {
				node: this.getNode(),
				credentialName: DUO_ADMIN.name,
				permissions: [permission],
			});
		}
		return { results, paginationToken: offset === undefined ? undefined : String(offset) };
	};
}

/** A name with the users who have the thing. */
function withOwners(name: string, owners: DuoUser[] | null | undefined): string {
	return owners?.length ? `${name} (${owners.map(({ username }) => username).join(', ')})` : name;
}

export const searchUsers = search<DuoUser>({
	path: '/admin/v1/users',
	pageSize: 300,
	toEntry: ({ username, realname, user_id }) => ({
		name: realname ? `${username} (${realname})` : username,
		value: user_id,
	}),
	texts: ({ username, realname, email, aliases, user_id }) => [
		username,
		realname,
		email,
		user_id,
		...Object.values(aliases ?? {}),
	],
});

export const searchPhones = search<DuoPhone>({
	path: '/admin/v1/phones',
	pageSize: 500,
	toEntry: (phone) => ({ name: withOwners(phoneLabel(phone), phone.users), value: phone.phone_id }),
	texts: ({ number, name, phone_id, users }) => [
		number,
		name,
		phone_id,
		...(users ?? []).map(({ username }) => username),
	],
});

export const searchGroups = search<DuoGroup>({
	path: '/admin/v1/groups',
	pageSize: 500,
	toEntry: ({ name, group_id }) => ({ name, value: group_id }),
	texts: ({ name, group_id }) => [name, group_id],
});

export const searchBypassCodes = search<DuoBypassCode>({
	path: '/admin/v1/bypass_codes',
	pageSize: 500,
	toEntry: ({ bypass_code_id, user }) => ({
		name: `${user?.username ?? 'Unknown user'}: ${bypass_code_id}`,
		value: bypass_code_id,
	}),
	texts: ({ bypass_code_id, user }) => [bypass_code_id, user?.username],
});

export const searchPolicies = search<DuoPolicy>({
	path: '/admin/v2/policies',
	pageSize: POLICY_PAGE_SIZE,
	toEntry: ({ policy_name, policy_key, is_global_policy }) => ({
		name: policy_name,
		value: is_global_policy ? GLOBAL_POLICY : policy_key,
	}),
	texts: ({ policy_name, policy_key }) => [policy_name, policy_key],
});

export const searchAdministrativeUnits = search<DuoAdministrativeUnit>({
	path: UNITS,
	pageSize: 500,
	permission: 'administrators',
	toEntry: ({ name, admin_unit_id }) => ({ name, value: admin_unit_id }),
	texts: ({ name, admin_unit_id }) => [name, admin_unit_id],
});

export const searchAdministrators = search<DuoAdministrator>({
	path: '/admin/v1/admins',
	pageSize: 500,
	permission: 'administrators',
	toEntry: ({ name, email, admin_id }) => ({ name: `${name} (${email})`, value: admin_id }),
	texts: ({ name, email, role, admin_id }) => [name, email, role, admin_id],
});

export const searchAdministratorActivations = search<DuoActivation>({
	path: ACTIVATIONS,
	pageSize: 500,
	permission: 'administrators',
	toEntry: ({ email, admin_role, admin_activation_id }) => ({
		name: admin_role ? `${email} (${admin_role})` : email,
		value: admin_activation_id,
	}),
	texts: ({ email, admin_role, admin_activation_id }) => [email, admin_role, admin_activation_id],
});

export const searchApplications = search<DuoApplication>({
	path: APPLICATIONS,
	pageSize: 500,
	permission: 'applications',
	toEntry: ({ name, type, integration_key }) => ({
		name: type ? `${name} (${type})` : name,
		value: integration_key,
	}),
	texts: ({ name, type, integration_key }) => [name, type, integration_key],
});

export const searchTokens = search<HardwareToken>({
	path: '/admin/v1/tokens',
	pageSize: 500,
	toEntry: (token) => ({
		name: withOwners(`${token.serial}, ${typeName(token)}`, token.users),
		value: token.token_id,
	}),
	texts: ({ serial, token_id, users }) => [
		serial,
		token_id,
		...(users ?? []).map(({ username }) => username),
	],
});

export const searchWebAuthnCredentials = search<WebAuthnCredential>({
	path: '/admin/v1/webauthncredentials',
	pageSize: 500,
	toEntry: ({ webauthnkey, credential_name, label, user, admin }) => ({
		name: `${credential_name || label || webauthnkey} (${user?.username ?? admin?.name ?? 'nobody'})`,
		value: webauthnkey,
	}),
	texts: ({ webauthnkey, credential_name, label, user, admin }) => [
		webauthnkey,
		credential_name,
		label,
		user?.username,
		admin?.name,
	],
});

export const searchU2fTokens = search<DuoU2fToken>({
	path: '/admin/v1/u2ftokens',
	pageSize: 500,
	toEntry: ({ registration_id, user }) => ({
		name: withOwners(registration_id, user ? [user] : []),
		value: registration_id,
	}),
	texts: ({ registration_id, user }) => [registration_id, user?.username],
});

export const searchDesktopAuthenticators = search<DuoDesktopAuthenticator>({
	path: '/admin/v1/desktop_authenticators',
	pageSize: 500,
	toEntry: ({ dakey, device_name, user }) => ({
		name: withOwners(device_name || dakey, user ? [user] : []),
		value: dakey,
	}),
	texts: ({ dakey, device_name, user }) => [dakey, device_name, user?.username],
});

export const searchSharedDeviceAuths = search<DuoSharedDeviceAuth>({
	path: SHARED_DEVICES,
	pageSize: 500,
	toEntry: ({ shared_device_key, name }) => ({ name: name || shared_device_key, value: shared_device_key }),
	texts: ({ shared_device_key, name }) => [shared_device_key, name],
});

export const searchEndpoints = search<DuoEndpoint>({
	path: '/admin/v1/endpoints',
	pageSize: 500,
	toEntry: ({ epkey, device_name, model, os_family, username }) => ({
		name: `${device_name || model || os_family || epkey} (${username || 'nobody'})`,
		value: epkey,
	}),
	texts: ({ epkey, device_name, model, username, email }) => [epkey, device_name, model, username, email],
});

export const searchRegisteredDevices = searchDevices(REGISTERED_DEVICES);

export const searchBlockedDevices = searchDevices(BLOCKED_DEVICES);

function searchDevices(path: string) {
	return search<DuoRegisteredDevice>({
		path,
		pageSize: 500,
		toEntry: ({ compkey, device_name }) => ({
			name: device_name ? `${device_name}: ${compkey}` : compkey,
			value: compkey,
		}),
		texts: ({ compkey, device_name }) => [compkey, device_name],
	});
}
