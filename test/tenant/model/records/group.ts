/** Groups of users. */
import type { IdsAndClock } from './IdsAndClock';

export interface Group {
	group_id: string;
	name: string;
	desc: string;
	status: 'active' | 'bypass' | 'disabled';
	push_enabled: boolean;
	sms_enabled: boolean;
	mobile_otp_enabled: boolean;
	voice_enabled: boolean;
}
export type NewGroup = Partial<Group> & { name: string };

export const newGroup = ({ ids }: IdsAndClock, given: NewGroup): Group => ({
	group_id: ids.id('DG'),
	desc: '',
	status: 'active',
	push_enabled: false,
	sms_enabled: false,
	mobile_otp_enabled: false,
	voice_enabled: false,
	...given,
});
