/**
 * The trigger's parameters as expressions supply them: right, or refused with the parameter's name, before
 * Duo is asked.
 */
import type { INodeParameters } from 'n8n-workflow';

import { triggerFields } from '../../nodes/DuoAdminTrigger/parameters';
import { ActiveTrigger } from '../support/trigger';
import { useTenant } from '../support/useTenant';

const duo = useTenant();

const logEvent = { triggerOn: 'logEvent' };
const alert = { triggerOn: 'securityAlert', alerts: ['pushHarassment'] };

/** Each parameter with what else must be set for it to be read, and how it stands there. */
const places: Array<[displayName: string, place: (value: string) => INodeParameters]> = [
	['Logs', (value) => ({ ...logEvent, logs: value })],
	['Alerts', (value) => ({ triggerOn: 'securityAlert', alerts: value })],
	['Objects', (value) => ({ triggerOn: 'inventoryChange', objects: value })],
	['Start Back (Hours)', (value) => ({ ...logEvent, startBackHours: value })],
	['Harassment: Minutes', (value) => ({ ...alert, options: { harassmentMinutes: value } })],
	['Harassment: Pushes', (value) => ({ ...alert, options: { harassmentPushes: value } })],
	['Look Back for Late Events (Minutes)', (value) => ({ ...logEvent, options: { rescanMinutes: value } })],
	['Applications', (value) => ({ ...logEvent, filters: { applications: value } })],
	['Results', (value) => ({ ...logEvent, filters: { results: value } })],
	['Users', (value) => ({ ...logEvent, filters: { users: value } })],
];

const wrong = [
	'={{ undefined }}',
	'={{ null }}',
	'={{ "" }}',
	'={{ "  " }}',
	'={{ [] }}',
	'={{ NaN }}',
	'={{ "[object Object]" }}',
	'={{ { nonsense: 1 } }}',
];

test.each(places)('%s is refused when it is nothing, or what it cannot be', async (displayName, place) => {
	for (const value of wrong) {
		const poll = new ActiveTrigger(duo.tenant, place(value)).poll();
		await expect(poll).rejects.toMatchObject({
			message: expect.stringContaining(`“${displayName}”`) as unknown,
		});
	}
	expect(duo.tenant.requests).toEqual([]);
});

test('the fields above are all that the trigger has, but for collections and for filters that are read alike', () => {
	const fields = triggerFields().flatMap(({ displayName, type, options = [] }) => [
		displayName,
		...(type === 'collection'
			? options.map((option) => ('displayName' in option ? option.displayName : ''))
			: []),
	]);
	// A whole collection by expression never reaches a node: n8n takes it for an empty one.
	const collections = ['Filters for the Authentication Log', 'Options'];
	const others = ['Trigger On', 'Event Types', 'Factors', 'Groups', 'Reasons', ...collections];
	expect([...places.map(([name]) => name), ...others].sort()).toEqual([...fields].sort());
});

test.each<[INodeParameters, string[]]>([
	[
		{ ...logEvent, logs: '={{ ["ACTIVITY", " Telephony "] }}' },
		['/admin/v2/logs/activity', '/admin/v2/logs/telephony'],
	],
	[
		{ ...logEvent, logs: '={{ "activity, telephony" }}' },
		['/admin/v2/logs/activity', '/admin/v2/logs/telephony'],
	],
	[{ triggerOn: 'inventoryChange', objects: '={{ "Groups" }}' }, ['/admin/v1/groups']],
	[{ triggerOn: 'securityAlert', alerts: '={{ ["fraud reported"] }}' }, ['/admin/v2/logs/authentication']],
])('%j is taken by value and by label', async (parameters, paths) => {
	await new ActiveTrigger(duo.tenant, parameters).poll();
	expect([...new Set(duo.tenant.requests.map(({ path }) => path))].sort()).toEqual(paths);
});
