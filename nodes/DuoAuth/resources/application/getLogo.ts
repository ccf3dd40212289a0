import { getLogoAt } from '../../../shared/logo';

export const getLogo = getLogoAt('/auth/v2/logo', []);
