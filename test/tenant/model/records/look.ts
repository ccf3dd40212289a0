/** How prompts look and what people see: branding and Duo Passport. */

/** How prompts look. */
export interface Branding {
	live: Record<string, unknown>;
	draft: Record<string, unknown>;
	/** Ids of those who see the draft; publishing it removes both. */
	draftUsers: Set<string>;
	messaging: Record<string, unknown>;
}

export interface Passport {
	enabled_status: string;
	/** Ids. */
	enabled_groups: string[];
	disabled_groups: string[];
	custom_supported_browsers: unknown;
}

export const newBranding = (): Branding => ({ live: {}, draft: {}, draftUsers: new Set(), messaging: {} });

export const newPassport = (): Passport => ({
	enabled_status: 'disabled',
	enabled_groups: [],
	disabled_groups: [],
	custom_supported_browsers: {},
});
