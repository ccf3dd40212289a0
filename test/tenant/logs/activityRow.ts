/** Makes up rows of the activity log. */
import type { Administrator, Person, Scene } from './cast';
import { activityDevice } from './devices';
import type { ActivityRow, Party } from './rowTypes';
import { isoMicros } from './times';

const actions = [
	'user_create',
	'user_update',
	'user_delete',
	'phone_update',
	'group_update',
	'bypass_create',
];

export function activityRow(scene: Scene): ActivityRow {
	const { at, random, cast } = scene;
	return {
		ts: isoMicros(at, random.below(1000)),
		activity_id: random.uuid(),
		action: { name: random.pick(actions), details: null },
		actor: actor(cast.admin(random)),
		target: target(cast.person(random)),
		old_target: null,
		outcome: { result: 'SUCCESS' },
		access_device: activityDevice(scene),
		akey: cast.accountId,
		application: { ...random.pick(cast.applications), type: 'websdk' },
	};
}

const actor = ({ key, name, email }: Administrator): Party => ({
	key,
	name,
	type: 'admin',
	details: JSON.stringify({ email, status: 'Active' }),
});

const target = ({ key, name, email }: Person): Party => ({
	key,
	name,
	type: 'user',
	details: JSON.stringify({ email, status: 'active', username: name }),
});
