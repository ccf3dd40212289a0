/**
 * The permissions that a Duo Admin API application can have, by their label in the Duo Admin Panel.
 * Newer panels split each into Read and Write, so both names are given.
 */
export const permissions = {
	readResource: 'Grant read resource (Grant resource: Read)',
	writeResource: 'Grant write resource (Grant resource: Write)',
	administrators: 'Grant administrators',
	information: 'Grant read information',
	applications: 'Grant applications',
	settings: 'Grant settings',
	log: 'Grant read log',
} as const;

/** Stands beside each operation; becomes the README's table and the text of a 403. */
export type Permission = keyof typeof permissions;

/** The labels as one phrase: “A” and “B”. */
export function permissionLabels(needed: readonly Permission[]): string {
	return needed.map((permission) => `“${permissions[permission]}”`).join(' and ');
}
