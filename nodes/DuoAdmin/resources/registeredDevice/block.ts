import type { Duo } from '../../../shared/duo/Duo';
import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { toError } from '../../../shared/errors/toError';
import { single } from '../../references/reference';
import {
	BLOCKED_DEVICES,
	registeredDevice,
	type DuoRegisteredDevice,
} from '../../references/registeredDevice';

export const block: ItemOperation = {
	name: 'Block',
	value: 'block',
	action: 'Block registered device',
	description: 'Block a registered device, e.g. a lost one, until Unblock lifts it',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(registeredDevice),
	properties: [registeredDevice.field()],

	async run(call) {
		const compkey = await registeredDevice.idIn(call);
		const blocked = await findBlocked(call.duo, compkey);
		if (blocked) {
			const { device_name } = blocked;
			return { blocked: false, reason: 'The device is already blocked', compkey, device_name };
		}
		const { device_name } = await registeredDevice.find(call);
		await call.duo.post(BLOCKED_DEVICES + path`/${compkey}`);
		return { blocked: true, compkey, device_name };
	},
};

/** The device if it is blocked; Duo answers 404 for one that is not. */
async function findBlocked(duo: Duo, compkey: string): Promise<DuoRegisteredDevice | undefined> {
	try {
		const reply = await duo.get<DuoRegisteredDevice | DuoRegisteredDevice[]>(
			BLOCKED_DEVICES + path`/${compkey}`,
		);
		return single(reply, 'registered device');
	} catch (fault) {
		if (fault instanceof DuoApiError && fault.status === 404) return undefined;
		throw toError(fault);
	}
}
