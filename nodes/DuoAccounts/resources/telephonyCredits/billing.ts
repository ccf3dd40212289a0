import { Billing } from '../../billing';

export const creditBilling = new Billing<{ credits: number }>('/admin/v1/billing/telephony_credits');
