import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { postAbout } from '../../user';

type EnrollStatus = 'success' | 'invalid' | 'waiting';

export const getEnrollStatus: ItemOperation = {
	name: 'Get Enroll Status',
	value: 'getEnrollStatus',
	action: 'Get status of enrollment',
	description: 'Look whether a user has used the activation code that Enroll New User gave',
	permissions: [],
	concurrency: reads(),
	properties: [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			required: true,
			placeholder: 'e.g. {{ $json.user_id }}',
			default: '',
		},
		{
			displayName: 'Activation Code',
			name: 'activationCode',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			placeholder: 'e.g. {{ $json.activation_code }}',
			default: '',
			description: 'The activation_code that Enroll New User gave',
		},
	],

	async run({ params, duo }) {
		const user_id = params.text('userId');
		const activation_code = params.text('activationCode');
		const status = await postAbout<EnrollStatus>(
			duo,
			'/auth/v2/enroll_status',
			{ user_id },
			{ activation_code },
		);
		return { user_id, enrolled: status === 'success', status };
	},
};
