import type { INodeProperties } from 'n8n-workflow';

import { filtersField } from '../shared/logs/filters';
import { logOptions } from '../shared/logs/sources';

import { kinds } from './inventory/kinds';
import { alerts } from './logs/alerts';

export type TriggerOn = 'inventoryChange' | 'logEvent' | 'securityAlert';

/** The trigger's parameters. Read with `readSettings`. */
export function triggerFields(): INodeProperties[] {
	return [
		{
			displayName: 'Trigger On',
			name: 'triggerOn',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Inventory Change',
					value: 'inventoryChange',
					action: 'On inventory change',
					description: 'When a user, a phone or something else was created, changed or deleted',
				},
				{
					name: 'Log Event',
					value: 'logEvent',
					action: 'On log event',
					description: 'Every event of the logs that you choose, each once',
				},
				{
					name: 'Security Alert',
					value: 'securityAlert',
					action: 'On security alert',
					description: 'Only the events that security teams watch for',
				},
			],
			default: 'logEvent',
		},
		{
			displayName: 'Logs',
			name: 'logs',
			type: 'multiOptions',
			options: logOptions(),
			default: ['authentication'],
			description: 'Administrator and Offline Enrollment are giving way to Activity',
			displayOptions: { show: { triggerOn: ['logEvent'] } },
		},
		{
			displayName: 'Alerts',
			name: 'alerts',
			type: 'multiOptions',
			options: alerts.map(({ name, value }) => ({ name, value })),
			default: ['fraud', 'bypassCodeUsed'],
			displayOptions: { show: { triggerOn: ['securityAlert'] } },
		},
		{
			displayName: 'Objects',
			name: 'objects',
			type: 'multiOptions',
			options: kinds.map(({ name, value }) => ({ name, value })),
			default: ['user', 'phone'],
			description:
				'Every poll reads the whole list of each, so poll large accounts less often. At most 200,000 objects are watched.',
			displayOptions: { show: { triggerOn: ['inventoryChange'] } },
		},
		{ ...filtersField(), displayOptions: { show: { triggerOn: ['logEvent'] } } },
		{
			displayName: 'Start Back (Hours)',
			name: 'startBackHours',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 4320 },
			default: 0,
			description:
				'How far back to begin when the workflow is activated for the first time; 0 means with new events only, 4320 are the 180 days that Duo keeps',
			displayOptions: { hide: { triggerOn: ['inventoryChange'] } },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			displayOptions: { hide: { triggerOn: ['inventoryChange'] } },
			options: [
				{
					displayName: 'Harassment: Minutes',
					name: 'harassmentMinutes',
					type: 'number',
					typeOptions: { minValue: 1, maxValue: 60 },
					default: 10,
					description: 'Within how long one user must have refused so many pushes, or left them unanswered',
					displayOptions: { show: { '/alerts': ['pushHarassment'] } },
				},
				{
					displayName: 'Harassment: Pushes',
					name: 'harassmentPushes',
					type: 'number',
					typeOptions: { minValue: 2, maxValue: 100 },
					default: 5,
					description:
						'How many pushes one user must have refused, or left unanswered, for the alert Push Harassment',
					displayOptions: { show: { '/alerts': ['pushHarassment'] } },
				},
				{
					displayName: 'Look Back for Late Events (Minutes)',
					name: 'rescanMinutes',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 1440 },
					default: 10,
					description:
						'Duo may show an event late. Each poll reads this much again and emits only what is new.',
				},
			],
		},
	];
}
