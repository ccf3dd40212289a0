import { searchChildAccounts } from '../shared/accounts/childAccount';

import { administrativeUnit } from './references/administrativeUnit';
import { administrator } from './references/administrator';
import { administratorActivation } from './references/administratorActivation';
import { application } from './references/application';
import { bypassCode } from './references/bypassCode';
import { desktopAuthenticator } from './references/desktopAuthenticator';
import { endpoint } from './references/endpoint';
import { group } from './references/group';
import { listSearch, listSearchName, type ListSearch } from './references/listSearch';
import { listedPhones } from './references/phone';
import { policy } from './references/policy';
import { blockedDevice, registeredDevice } from './references/registeredDevice';
import { sharedDeviceAuth } from './references/sharedDeviceAuth';
import { token } from './references/token';
import { u2fToken } from './references/u2fToken';
import { listedUsers } from './references/user';
import { webAuthnCredential } from './references/webAuthn';

const kinds = [
	administrativeUnit,
	administrator,
	administratorActivation,
	application,
	bypassCode,
	desktopAuthenticator,
	endpoint,
	group,
	policy,
	blockedDevice,
	registeredDevice,
	sharedDeviceAuth,
	token,
	u2fToken,
	webAuthnCredential,
];

/** What n8n's “From List” searches, by the names that `listSearchName` gives. */
export const listSearches: Record<string, ListSearch> = {
	searchChildAccounts,
	[listSearchName(listedPhones)]: listSearch(listedPhones),
	[listSearchName(listedUsers)]: listSearch(listedUsers),
	...Object.fromEntries(kinds.map(({ kind, search }) => [listSearchName(kind), search])),
};
