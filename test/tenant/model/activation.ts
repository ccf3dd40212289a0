/** Links that turn a phone into a Duo Mobile device. */
import type { Account } from './account';
import type { Activation } from './records';

export function newActivation(
	account: Account,
	phoneId: string,
	expiration: number,
	userId?: string,
): Activation {
	const activation = { code: account.ids.letters(20), phone_id: phoneId, expiration, user_id: userId };
	account.activations.set(activation.code, activation);
	return activation;
}

/** Opening the link is what scanning the barcode is in the real world. */
export const activationLinks = (url: string, { code }: Activation) => ({
	activation_barcode: `${url}/frame/qr?value=${code}`,
	activation_url: `${url}/activate/${code}`,
});

/** What Duo Mobile does on the phone; false for a link that is unknown or too old. */
export function activate(account: Account, code: string, now: number): boolean {
	const activation = account.activations.get(code);
	const phone = activation && account.phones.get(activation.phone_id);
	if (!phone || now > activation.expiration) return false;
	phone.activated = true;
	return true;
}
