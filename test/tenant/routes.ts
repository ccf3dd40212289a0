/** All endpoints of all three APIs. */
import { accountRoutes } from './accounts/accounts';
import { billingRoutes } from './accounts/billing';
import { activationRoutes } from './admin/activation';
import { adminActivationRoutes } from './admin/adminActivations';
import { adminLoginRoutes } from './admin/adminLogins';
import { adminRoutes } from './admin/admins';
import { adminUnitRoutes } from './admin/adminUnits';
import { brandingRoutes } from './admin/branding';
import { bulkRoutes } from './admin/bulk';
import { bypassCodeRoutes } from './admin/bypassCodes';
import { clientSecretRoutes } from './admin/clientSecrets';
import { desktopAuthenticatorRoutes, u2fRoutes, webAuthnRoutes } from './admin/credentials';
import { endpointRoutes } from './admin/endpoints';
import { enrollmentRoutes } from './admin/enrollment';
import { groupRoutes } from './admin/groups';
import { identityVerificationRoutes } from './admin/identityVerification';
import { infoRoutes } from './admin/info';
import { integrationRoutes } from './admin/integrations';
import { logRoutes } from './admin/logs';
import { oldLogRoutes } from './admin/oldLogs';
import { passportRoutes } from './admin/passport';
import { phoneRoutes } from './admin/phones';
import { policyRoutes } from './admin/policies';
import { registeredDeviceRoutes } from './admin/registeredDevices';
import { settingRoutes } from './admin/settings';
import { sharedDeviceRoutes } from './admin/sharedDevices';
import { tokenRoutes } from './admin/tokens';
import { trustMonitorRoutes } from './admin/trustMonitor';
import { userDeviceRoutes } from './admin/userDevices';
import { userRoutes } from './admin/users';
import { verificationPushRoutes } from './admin/verificationPush';
import { authRoutes } from './auth/auth';
import { basicRoutes } from './auth/basics';
import { enrollRoutes } from './auth/enroll';
import { preauthRoutes } from './auth/preauth';
import { Router } from './http/router';

export const router = new Router([
	...userRoutes,
	...userDeviceRoutes,
	...verificationPushRoutes,
	...identityVerificationRoutes,
	...enrollmentRoutes,
	...bulkRoutes,
	...phoneRoutes,
	...activationRoutes,
	...tokenRoutes,
	...bypassCodeRoutes,
	...groupRoutes,
	...webAuthnRoutes,
	...u2fRoutes,
	...desktopAuthenticatorRoutes,
	...sharedDeviceRoutes,
	...endpointRoutes,
	...registeredDeviceRoutes,
	...adminRoutes,
	...adminActivationRoutes,
	...adminLoginRoutes,
	...adminUnitRoutes,
	...policyRoutes,
	...infoRoutes,
	...settingRoutes,
	...brandingRoutes,
	...passportRoutes,
	...integrationRoutes,
	...clientSecretRoutes,
	...logRoutes,
	...oldLogRoutes,
	...trustMonitorRoutes,
	...basicRoutes,
	...enrollRoutes,
	...preauthRoutes,
	...authRoutes,
	...accountRoutes,
	...billingRoutes,
]);
