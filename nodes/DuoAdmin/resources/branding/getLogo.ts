import { getLogoAt } from '../../../shared/logo';

export const getLogo = getLogoAt('/admin/v1/logo', ['settings']);
