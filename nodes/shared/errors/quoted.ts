/** Longer texts are cut: a message is not the place for a megabyte. */
const MAX_QUOTED = 60;

/** A user's text as a message quotes it: short, on one line, and without characters that cannot be seen. */
export function quoted(text: string): string {
	const start = text.slice(0, MAX_QUOTED * 4).replace(/[\p{C}\s]+/gu, ' ');
	const letters = Array.from(start.trim());
	const isCut = letters.length > MAX_QUOTED || text.length > MAX_QUOTED * 4;
	return `“${letters.slice(0, MAX_QUOTED).join('')}${isCut ? '…' : ''}”`;
}
