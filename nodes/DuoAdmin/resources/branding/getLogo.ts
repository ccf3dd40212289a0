import { getLogoAt } from '../../../shared/operations/getLogo';

export const getLogo = getLogoAt('/admin/v1/logo', ['settings']);
