/** Applications, which Duo’s API calls integrations, and the policies that apply to them. */
import type { IdsAndClock } from './IdsAndClock';

/** What Duo protects or lets call its APIs; permissions and secret stand with its key. */
export interface Integration {
	integration_key: string;
	name: string;
	type: string;
	enroll_policy: string;
	greeting: string;
	groups_allowed: string[];
	ip_whitelist: string;
	ip_whitelist_enroll_policy: string;
	networks_for_api_access: string;
	notes: string;
	policy_key: string | null;
	prompt_v4_enabled: boolean;
	self_service_allowed: boolean;
	sso?: object;
	trusted_device_days: number;
	user_access: string;
	username_normalization_policy: string;
}

export const newIntegration = (
	given: Partial<Integration> & Pick<Integration, 'integration_key' | 'name' | 'type'>,
): Integration => ({
	enroll_policy: '',
	greeting: '',
	groups_allowed: [],
	ip_whitelist: '',
	ip_whitelist_enroll_policy: '',
	networks_for_api_access: '',
	notes: '',
	policy_key: null,
	prompt_v4_enabled: false,
	self_service_allowed: false,
	trusted_device_days: 0,
	// unconfirmed: what a new application has without being told
	user_access: 'ALL_USERS',
	username_normalization_policy: 'None',
	...given,
});

export interface Policy {
	policy_key: string;
	policy_name: string;
	is_global_policy: boolean;
	sections: Record<string, object>;
	/** Integration keys of the applications that it applies to. */
	apps: string[];
	/** The groups that it applies to in an application. */
	groupsInApps: { app_integration_key: string; group_id_list: string[] }[];
}
export type NewPolicy = Partial<Policy> & { policy_name: string };

export const newPolicy = ({ ids }: IdsAndClock, given: NewPolicy): Policy => ({
	policy_key: ids.id('PO'),
	is_global_policy: false,
	sections: {},
	apps: [],
	groupsInApps: [],
	...given,
});
