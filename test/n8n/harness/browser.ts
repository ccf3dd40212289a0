/** Finds a browser on this machine. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser of this machine, if it has one. */
export const chromium: string | undefined = (process.env.PATH ?? '')
	.split(delimiter)
	.flatMap((folder) => names.map((name) => join(folder, name)))
	.find(isExecutable);

/** No calls of its own to the outside. */
export const chromiumArguments = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
