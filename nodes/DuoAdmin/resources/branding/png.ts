import { InputError } from '../../../shared/errors/InputError';

const SIGNATURE = '89504e470d0a1a0a';

/** What Duo's Admin Panel states for logos. */
const LIMITS = { bytes: 200 * 1024, leastPixels: 12, mostPixels: 500 };

/**
 * The size of a PNG picture in pixels.
 *
 * @throws InputError when it is no PNG, or one that Duo would not take as a logo.
 */
export function logoSize(picture: Buffer): { width: number; height: number } {
	// The first chunk of every PNG, IHDR, begins with width and height.
	const isPng = picture.length >= 24 && picture.subarray(0, 8).toString('hex') === SIGNATURE;
	if (!isPng)
		throw new InputError('The logo is not a PNG picture', 'Duo takes logos in the format PNG only.');

	if (picture.length >= LIMITS.bytes) {
		const size = Math.ceil(picture.length / 1024);
		throw new InputError(`The logo is too large: ${size} KB`, 'Duo takes less than 200 KB.');
	}
	const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
	const fits = [width, height].every((side) => side >= LIMITS.leastPixels && side <= LIMITS.mostPixels);
	if (!fits) {
		throw new InputError(
			`The logo has ${width} × ${height} pixels`,
			`Duo takes from ${LIMITS.leastPixels} to ${LIMITS.mostPixels} pixels each way.`,
		);
	}
	return { width, height };
}
