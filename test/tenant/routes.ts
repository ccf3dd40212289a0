import { accountRoutes } from './accounts/accounts';
import { groupRoutes } from './admin/groups';
import { phoneRoutes } from './admin/phones';
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
  ...phoneRoutes,
  ...groupRoutes,
  ...basicRoutes,
  ...enrollRoutes,
  ...preauthRoutes,
  ...authRoutes,
  ...accountRoutes,
]);
