/** The trigger for security alerts: which events each alert tells of. */
import { MINUTE, passTime, useOwnClock } from '../support/clock';
import { ActiveTrigger, type DuoEvent } from '../support/trigger';
import { useTenant } from '../support/useTenant';

useOwnClock();
const duo = useTenant();

const alertsOf = (alerts: string[], options = {}) => ({
	triggerOn: 'securityAlert',
	alerts,
	startBackHours: 0,
	options,
});
const told = (events: DuoEvent[]) => events.map(({ event, alerts }) => [event.txid, ...(alerts ?? [])]);

test('alerts: only what is watched for, with the names of the alerts', async () => {
	const trigger = new ActiveTrigger(
		duo.tenant,
		alertsOf(['fraud', 'bypassCodeUsed', 'administratorCreated']),
	);
	await trigger.poll();
	const at = Date.now();
	duo.tenant.logs.add('authentication', { result: 'success', factor: 'duo_push' }, { at });
	duo.tenant.logs.add('authentication', { result: 'fraud', factor: 'duo_push' }, { at });
	duo.tenant.logs.add('authentication', { result: 'success', factor: 'bypass_code' }, { at });
	duo.tenant.logs.add('administrator', { action: 'admin_create' }, { at });
	duo.tenant.logs.add('administrator', { action: 'admin_login' }, { at });
	passTime(3);
	const events = await trigger.poll();
	expect(events.map(({ alerts }) => alerts).sort()).toEqual([
		['administratorCreated'],
		['bypassCodeUsed'],
		['fraud'],
	]);
});

test('an administrator who comes by invitation, and users and groups who are put in bypass, are told', async () => {
	const trigger = new ActiveTrigger(duo.tenant, alertsOf(['administratorCreated', 'userBypass']));
	await trigger.poll();
	const at = Date.now();
	const told = (action: string, description: object | null) =>
		duo.tenant.logs.add(
			'administrator',
			{ action, description: description && JSON.stringify(description), username: action },
			{ at },
		);
	told('admin_create', { role: 'Owner' });
	told('admin_activation_create', { email: 'ada@example.test' });
	told('admin_self_activate', { role: 'Owner' });
	told('admin_update', { role: 'Owner' });
	for (const action of ['user_create', 'user_update', 'group_create', 'group_update']) {
		told(action, { status: 'Bypass' });
		told(action, { status: 'Active' });
		told(action, null);
	}
	told('policy_update', { status: 'Bypass' });
	passTime(3);

	const events = await trigger.poll();

	expect(events.map(({ event, alerts }) => [event.action, alerts]).sort()).toEqual([
		...['admin_activation_create', 'admin_create', 'admin_self_activate'].map((action) => [
			action,
			['administratorCreated'],
		]),
		...['group_create', 'group_update', 'user_create', 'user_update'].map((action) => [
			action,
			['userBypass'],
		]),
	]);
	const arrived = events.find(({ event }) => event.action === 'admin_self_activate');
	expect(arrived?.event.description).toEqual({ role: 'Owner' });
});

describe('push harassment', () => {
	/** A push that somebody did not approve, some seconds from now. */
	function refused(seconds: number, row: object = {}, visibleAfter = 2 * MINUTE): string {
		const at = Date.now() + seconds * 1000;
		const push = {
			factor: 'duo_push',
			result: 'denied',
			reason: 'no_response',
			user: { key: 'DUZOE' },
			...row,
		};
		return duo.tenant.logs.add('authentication', push, { at, visibleAt: at + visibleAfter }).txid;
	}

	test('tells with the fifth push of a user within ten minutes, and with each further one', async () => {
		const trigger = new ActiveTrigger(duo.tenant, alertsOf(['pushHarassment']));
		await trigger.poll();
		refused(0);
		refused(60, { reason: 'user_marked_fraud', result: 'fraud' });
		refused(61, { user: { key: 'DUOTHER' } });
		refused(62, { result: 'success', reason: 'user_approved' });
		refused(63, { factor: 'phone_call' });
		refused(100, { reason: 'user_cancelled' });
		passTime(4);
		expect(await trigger.poll()).toEqual([]);
		trigger.restart();

		refused(1);
		const fifth = refused(360, { reason: 'anomalous_push' });
		const sixth = refused(361);
		passTime(9);
		expect(told(await trigger.poll())).toEqual([
			[fifth, 'pushHarassment'],
			[sixth, 'pushHarassment'],
		]);
		passTime(1);
		expect(await trigger.poll()).toEqual([]);
	});

	test('five pushes over more than ten minutes are none', async () => {
		const trigger = new ActiveTrigger(duo.tenant, alertsOf(['pushHarassment']));
		await trigger.poll();
		for (const second of [0, 150, 300, 450, 601]) refused(second);
		passTime(13);
		expect(await trigger.poll()).toEqual([]);
	});

	test('how many, and within how long, can be chosen', async () => {
		const options = { harassmentPushes: 2, harassmentMinutes: 1 };
		const trigger = new ActiveTrigger(duo.tenant, alertsOf(['pushHarassment'], options));
		await trigger.poll();
		for (const second of [0, 61, 122]) refused(second);
		const near = refused(180);
		passTime(6);
		expect(told(await trigger.poll())).toEqual([[near, 'pushHarassment']]);
	});

	test('what Duo itself takes for harassment tells at once', async () => {
		const trigger = new ActiveTrigger(duo.tenant, alertsOf(['pushHarassment']));
		await trigger.poll();
		const one = refused(0, { reason: 'anomalous_push' });
		passTime(3);
		expect(told(await trigger.poll())).toEqual([[one, 'pushHarassment']]);
	});

	test('a push that Duo shows late tells when the later ones came out already', async () => {
		const trigger = new ActiveTrigger(duo.tenant, alertsOf(['pushHarassment', 'loginDenied']));
		await trigger.poll();
		const late = refused(30, {}, 8 * MINUTE);
		const onTime = [0, 60, 90, 120].map((second) => refused(second));
		passTime(5);
		expect(told(await trigger.poll())).toEqual(onTime.map((txid) => [txid, 'loginDenied']));
		trigger.restart();
		passTime(5);
		expect(told(await trigger.poll())).toEqual([[late, 'loginDenied', 'pushHarassment']]);
	});

	test('polls that are thrown away, or begin again from an older state, come to the same', async () => {
		const trigger = new ActiveTrigger(duo.tenant, alertsOf(['pushHarassment']));
		await trigger.poll();
		const { saved } = trigger;
		for (const second of [0, 60, 120, 180]) refused(second);
		passTime(6);
		expect(await trigger.poll()).toEqual([]);
		const fifth = refused(0);
		passTime(3);
		const first = told(await trigger.poll());
		trigger.saved = saved;
		trigger.restart();
		expect(told(await trigger.poll())).toEqual(first);
		expect(first).toEqual([[fifth, 'pushHarassment']]);
	});

	test('a test in the editor shows the newest', async () => {
		const pushes = [-500, -400, -300, -200, -150, -125].map((second) => refused(second));
		const trigger = new ActiveTrigger(duo.tenant, alertsOf(['pushHarassment']));
		expect(told(await trigger.poll('manual'))).toEqual([
			[pushes[5], 'pushHarassment'],
			[pushes[4], 'pushHarassment'],
		]);
	});
});
