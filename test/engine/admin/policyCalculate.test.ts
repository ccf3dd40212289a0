/** The policy that holds for one user in one application. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent } = duo;
const policy = duo.admin.bind(null, 'policy');
const LOCKED = { screen_lock: { require_screen_lock: true } };
const APP = 'DIEXAMPLEINTEG000001';
const asked = (username: string, integrationKey: string): INodeParameters => ({
	user: locator('username', username),
	application: locator('id', integrationKey),
});
describe('calculate', () => {
	it('tells what applies to each user in an application', async () => {
		const { group_id } = duo.tenant.addGroup({ name: 'externals' });
		const { user_id } = duo.tenant.addUser({ username: 'zoe', groups: [group_id] });
		duo.tenant.addUser({ username: 'ada' });
		const groupsInApps = [{ app_integration_key: APP, group_id_list: [group_id] }];
		duo.tenant.addPolicy({ policy_name: 'Contractors', sections: LOCKED, groupsInApps });

		const { json, error } = await policy('calculate', asked('={{ $json.name }}', APP), {
			items: [{ name: 'zoe' }, { name: 'ada' }],
		});

		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ user_id, username: 'zoe', integration_key: APP, sections: LOCKED },
			{ username: 'ada', integration_key: APP, sections: {} },
		]);
		expect(json[1]!.sections).toEqual({});
		expect(sent()).toContainEqual({
			method: 'GET',
			path: '/admin/v2/policies/calculate',
			params: { user_id, integration_key: APP },
		});
	});

	it('stops at what is no integration key, without repeating what may be a secret', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		const secret = 'x'.repeat(40);

		const name = await policy('calculate', asked('zoe', 'VPN'));
		const secretKey = await policy('calculate', asked('zoe', secret));

		expect(name.error?.message).toBe('No application in Duo has the integration key or name “VPN”');
		expect(secretKey.error?.message).toBe('“Application” holds what looks like a secret key');
		expect(secretKey.error?.description).not.toContain(secret);
		expect(sent().map(({ path }) => path)).toEqual(['/admin/v3/integrations']);
	});

	it('needs the permission that it declares, none for applications', async () => {
		await duo.expectPermissions('policy', 'calculate', () => {
			const username = `user${duo.tenant.account.users.size}`;
			duo.tenant.addUser({ username });
			return asked(username, APP);
		});
	});
});
