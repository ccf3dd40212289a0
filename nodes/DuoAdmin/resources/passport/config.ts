import type { IDataObject } from 'n8n-workflow';

/** Duo Passport as the Admin API gives it; groups are written by their IDs alone. */
export interface PassportConfig {
	enabled_status: 'disabled' | 'enabled' | 'enabled-for-groups' | 'enabled-with-exceptions';
	enabled_groups?: PassportGroup[] | null;
	disabled_groups?: PassportGroup[] | null;
	custom_supported_browsers?: IDataObject | null;
}

interface PassportGroup {
	group_id: string;
	group_name: string;
}

export function idsOf(groups: PassportGroup[] | null = []): string[] {
	return (groups ?? []).map(({ group_id }) => group_id);
}
