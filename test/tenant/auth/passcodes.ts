/** Passcodes of all kinds, each used up once. */
import type { Account } from '../model/account';
import type { User } from '../model/records';

import { phonesOf } from './people';

/** Uses up a passcode of any kind; false when it is not the user's. */
export function usePasscode(account: Account, user: User, passcode: string, now: number): boolean {
	return (
		useBypassCode(account, user, passcode, now) ||
		useSmsCode(account, user, passcode) ||
		useTokenCode(account, user, passcode)
	);
}

function useBypassCode(account: Account, user: User, passcode: string, now: number): boolean {
	const code = account
		.bypassCodesOf(user.user_id)
		.find((known) => known.code === passcode && (known.expiration === null || known.expiration >= now));
	if (!code) return false;
	if (code.reuse_count !== null) code.reuse_count--;
	if (code.reuse_count === 0) account.bypassCodes.delete(code.bypass_code_id);
	return true;
}

/** A code of a text message also spends the codes before it. */
function useSmsCode(account: Account, user: User, passcode: string): boolean {
	const phone = phonesOf(account, user).find(({ smsPasscodes }) => smsPasscodes.includes(passcode));
	if (!phone) return false;
	phone.smsPasscodes = phone.smsPasscodes.slice(phone.smsPasscodes.indexOf(passcode) + 1);
	return true;
}

function useTokenCode(account: Account, user: User, passcode: string): boolean {
	if (user.tokens.length === 0 || !account.passcodes.includes(passcode)) return false;
	account.passcodes = account.passcodes.filter((known) => known !== passcode);
	return true;
}
