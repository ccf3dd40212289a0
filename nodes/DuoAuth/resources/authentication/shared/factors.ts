import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../../shared/duo/Duo';
import type { ItemParameters } from '../../../../shared/parameters/ItemParameters';

import type { Factor } from './preauth';
import { deviceField } from './startAuth';

const names: Record<Factor, { name: string; description?: string }> = {
	auto: { name: 'Automatic', description: 'Duo chooses between push and call' },
	passcode: { name: 'Passcode', description: 'From Duo Mobile, a token, an SMS, or a bypass code' },
	phone: { name: 'Phone Call' },
	push: { name: 'Push' },
	sms: { name: 'SMS Passcodes', description: 'Sends new passcodes and ends; ask for one next' },
};

/** The factor, with the device or passcode that it needs. Read with {@link readFactor}. */
export function factorFields(choices: Factor[], preselected: Factor): INodeProperties[] {
	return [
		{
			displayName: 'Factor',
			name: 'factor',
			type: 'options',
			options: choices.map((value) => ({ value, ...names[value] })),
			default: preselected,
		},
		{ ...deviceField(), displayOptions: { hide: { factor: ['passcode'] } } },
		{
			displayName: 'Passcode',
			name: 'passcode',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The digits that the user gave. Leading zeros count.',
			displayOptions: { show: { factor: ['passcode'] } },
		},
	];
}

/** What {@link factorFields} say. `device` is `auto` for a passcode. */
export function readFactor(params: ItemParameters): {
	factor: Factor;
	device: string;
	parameters: DuoParameters;
} {
	const factor = params.choice<Factor>('factor');
	if (factor === 'passcode') {
		return { factor, device: 'auto', parameters: { passcode: params.digits('passcode') } };
	}
	const device = params.text('device');
	return { factor, device, parameters: { device } };
}
