import { Billing } from '../../billing';

/** Duo’s words for Essentials, Advantage and Premier. */
export type Edition = 'ENTERPRISE' | 'PLATFORM' | 'BEYOND';

export const editionBilling = new Billing<{ edition: Edition }>('/admin/v1/billing/edition');
