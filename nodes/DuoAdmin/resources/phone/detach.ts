import type { Duo } from '../../../shared/duo/Duo';
import { path } from '../../../shared/duo/path';
import { PartialError } from '../../../shared/errors/PartialError';
import type { DuoPhone, DuoUser } from '../../duoObjects';
import { phoneSummary } from '../../references/phone';
import { forgetUser } from '../../references/user';

/**
 * Takes a phone from a user who has it, and on request deletes it if nobody else has it.
 *
 * @returns what to tell about the phone.
 */
export async function detach(duo: Duo, user: DuoUser, phone: DuoPhone, deleteUnused: boolean) {
	await duo.delete(path`/admin/v1/users/${user.user_id}/phones/${phone.phone_id}`);
	forgetUser(duo, user);
	const deleted = deleteUnused && (await deleteIfUnused(duo, user, phone));
	return { removed: true, deleted, ...phoneSummary(phone) };
}

async function deleteIfUnused(duo: Duo, user: DuoUser, { phone_id }: DuoPhone): Promise<boolean> {
	try {
		const { users } = await duo.get<DuoPhone>(path`/admin/v1/phones/${phone_id}`);
		if (users?.length) return false;
		await duo.delete(path`/admin/v1/phones/${phone_id}`);
		return true;
	} catch (fault) {
		throw PartialError.because(
			`The phone ${phone_id} was taken from ${user.username}, but it could not be told whether it is unused and deleted`,
			fault,
		);
	}
}
