import type { Resource } from '../../shared/engine/operation';

import { account } from './account';
import { administrativeUnit } from './administrativeUnit';
import { administrator } from './administrator';
import { administratorActivation } from './administratorActivation';
import { application } from './application';
import { branding } from './branding';
import { bypassCode } from './bypassCode';
import { desktopAuthenticator } from './desktopAuthenticator';
import { endpoint } from './endpoint';
import { group } from './group';
import { log } from './log';
import { passport } from './passport';
import { phone } from './phone';
import { policy } from './policy';
import { registeredDevice } from './registeredDevice';
import { sharedDeviceAuth } from './sharedDeviceAuth';
import { token } from './token';
import { u2fToken } from './u2fToken';
import { user } from './user';
import { webAuthn } from './webAuthn';

export const resources: readonly Resource[] = [
	account,
	administrativeUnit,
	administrator,
	administratorActivation,
	application,
	branding,
	bypassCode,
	desktopAuthenticator,
	endpoint,
	group,
	token,
	log,
	passport,
	phone,
	policy,
	registeredDevice,
	sharedDeviceAuth,
	u2fToken,
	user,
	webAuthn,
];
