/** Which operations run their items side by side. */
import { resources as accountsResources } from '../../nodes/DuoAccounts/resources';
import { resources as adminResources } from '../../nodes/DuoAdmin/resources';
import { resources as authResources } from '../../nodes/DuoAuth/resources';
import { touchesNothing, type ItemOperation } from '../../nodes/shared/engine/operation';
import type { Permission } from '../../nodes/shared/errors/permissions';

/** Those that run their items one after the other, and why. */
const sequential: Record<string, string> = {
	'account: updateSettings': 'the settings of the whole account; the output tells what they were before',
	'administrator: delete': 'the last owner must stay: items side by side would each count on the other’s',
	'administrator: syncFromDirectory': 'nobody could tell what Duo makes of several at once',
	'administrator: update': 'the last owner must stay: items side by side would each count on the other’s',
	'administrator: updateAllowedAuthMethods': 'one setting of all administrators, read and written back',
	'branding: addDraftUser': 'one draft of the whole account',
	'branding: deleteLogo': 'one logo of the whole account',
	'branding: publishDraft': 'one draft of the whole account',
	'branding: removeDraftUser': 'one draft of the whole account',
	'branding: update': 'one branding of the whole account',
	'branding: updateCustomMessaging': 'one text of the whole account',
	'branding: updateDraft': 'one draft of the whole account',
	'branding: updateLogo': 'one logo of the whole account',
	'passport: updateConfig': 'one configuration of the whole account, read and written back',
	'phone: remove': 'deletes a phone when nobody has it any more: the last of its users decides',
	'phone: replace': 'two phones and their users change together',
	'phone: update': 'a number may pass from one phone to another',
	'policy: copy': 'may copy what an earlier item made',
	'policy: updateMany': 'may change all policies',
	'sharedDeviceAuth: create': 'groups and computers may pass from one to another',
	'sharedDeviceAuth: update': 'groups and computers may pass from one to another',
	'user: enroll': 'a user may be named by an alias, and gets a phone only if there is none that waits',
	'user: syncFromDirectory': 'nobody could tell what Duo makes of several at once',
	'account: delete': 'so grave that nothing may go on beside a fault',
	'telephonyCredits: set': 'credits pass from one child account to another by way of the parent',
};

const operations = [...adminResources, ...authResources, ...accountsResources].flatMap((resource) =>
	resource.operations.flatMap(
		(operation): Array<[string, ItemOperation]> =>
			'run' in operation ? [[`${resource.value}: ${operation.value}`, operation]] : [],
	),
);

test('items run one after the other only where there is a reason', () => {
	const withoutTouches = operations.filter(
		([, operation]) => !operation.touches && operation.parallel === undefined,
	);
	expect(withoutTouches.map(([name]) => name).toSorted()).toEqual(Object.keys(sequential).toSorted());
});

const onlyRead: readonly Permission[] = ['information', 'log', 'readResource'];

test.each(
	operations.filter(
		([, { permissions }]) =>
			permissions.length > 0 && permissions.every((permission) => onlyRead.includes(permission)),
	),
)('%s is permitted only to read, and touches nothing', (_, operation) => {
	expect(operation.touches === touchesNothing).toBe(true);
});

test.each(operations.filter(([, { value }]) => value.startsWith('get')))(
	'%s touches nothing, or waits for people',
	(_, operation) => {
		expect(operation.touches === touchesNothing || operation.parallel !== undefined).toBe(true);
	},
);
