import { getLogoAt } from '../../../shared/operations/getLogo';

export const getLogo = getLogoAt('/auth/v2/logo', []);
