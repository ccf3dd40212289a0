import type { IDataObject } from 'n8n-workflow';

import type { Duo } from '../../../../shared/duo/Duo';
import type { Page } from '../../../../shared/duo/PagesAhead';
import type { DuoGroup, DuoToken } from '../../../duoObjects';
import type { DuoAdministrator } from '../../../references/administrator';
import { APPLICATIONS, type DuoApplication } from '../../../references/application';

import { credentialEntities, phoneEntity, tokenEntity } from './devices';
import { accountEntity, adminEntity, groupEntity, integrationEntity, userEntity } from './entities';
import type { GraphPhone, GraphUser } from './graphUser';
import { relationship, type Entity, type GraphObject } from './model';

/** What may be left out, each with a permission of its own. */
export type GraphPart = 'administrators' | 'applications' | 'settings' | 'users';

/**
 * An account as a graph, page by page: each thing once and before what refers to it. Of what was read, only
 * keys are kept, however large the account is.
 */
export async function* readGraph(duo: Duo, parts: readonly GraphPart[]): AsyncGenerator<GraphObject[]> {
	const settings = parts.includes('settings') ? await duo.get<IDataObject>('/admin/v1/settings') : {};
	const account = accountEntity(await duo.identity(), settings);
	yield [account];

	if (parts.includes('administrators')) {
		yield* listed(account, duo.pages<DuoAdministrator>('/admin/v1/admins'), adminEntity);
	}
	if (parts.includes('applications')) {
		yield* listed(account, duo.pages<DuoApplication>(APPLICATIONS), integrationEntity);
	}
	if (parts.includes('users')) yield* new People(duo, account).read();
}

/** What the account has, each once: pages may overlap, and a reply may repeat an entry. */
async function* listed<T>(
	account: Entity,
	pages: AsyncIterable<Page<T>>,
	entityOf: (object: T) => Entity,
): AsyncGenerator<GraphObject[]> {
	const known = new Set<string>();
	for await (const { objects } of pages) {
		yield ofAccount(
			account,
			objects.map(entityOf).filter((each) => isNew(known, each)),
		);
	}
}

function ofAccount(account: Entity, entities: Entity[]): GraphObject[] {
	return entities.flatMap((each) => [each, relationship(account, 'HAS', each)]);
}

/** Users, their groups and devices. The list of users holds all but the groups and devices of nobody. */
class People {
	/**
	 * Keys of what is in the graph already: devices may have several users, and pages may overlap when users
	 * come and go.
	 */
	private readonly users = new Set<string>();
	private readonly groups = new Set<string>();
	private readonly phones = new Set<string>();
	private readonly tokens = new Set<string>();
	private readonly credentials = new Set<string>();

	constructor(
		private readonly duo: Duo,
		private readonly account: Entity,
	) {}

	async *read(): AsyncGenerator<GraphObject[]> {
		const groups = this.duo.pages<DuoGroup>('/admin/v1/groups');
		for await (const { objects } of groups) yield objects.flatMap((group) => this.group(groupEntity(group)));

		const users = this.duo.pages<GraphUser>('/admin/v1/users', { pageSize: 300 });
		for await (const { objects } of users) yield objects.flatMap((user) => this.user(user));

		const phones = this.duo.pages<GraphPhone>('/admin/v1/phones');
		yield* remaining(phones, this.phones, (phone) => phoneEntity(phone));
		const tokens = this.duo.pages<DuoToken>('/admin/v1/tokens');
		yield* remaining(tokens, this.tokens, tokenEntity);
	}

	private user(user: GraphUser): GraphObject[] {
		const self = userEntity(user);
		if (!isNew(this.users, self)) return [];
		const groups = (user.groups ?? []).map(groupEntity);
		const phones = (user.phones ?? []).map((phone) => phoneEntity(phone, user));
		const tokens = (user.tokens ?? []).map(tokenEntity);
		const credentials = credentialEntities(user);
		return withoutRepeated([
			...ofAccount(this.account, [self]),
			...groups.flatMap((group) => [...this.group(group), relationship(group, 'HAS', self)]),
			...phones.filter((phone) => isNew(this.phones, phone)),
			...phones.map((phone) => relationship(self, 'USES', phone)),
			...tokens.filter((token) => isNew(this.tokens, token)),
			...credentials.filter((credential) => isNew(this.credentials, credential)),
			...[...tokens, ...credentials].map((device) => relationship(self, 'ASSIGNED', device)),
		]);
	}

	private group(group: Entity): GraphObject[] {
		return isNew(this.groups, group) ? ofAccount(this.account, [group]) : [];
	}
}

/**
 * What no user has. The first page tells how many there are: when all of them are known, the other pages need
 * not be read.
 */
async function* remaining<T>(
	pages: AsyncIterable<Page<T>>,
	known: Set<string>,
	entityOf: (object: T) => Entity,
): AsyncGenerator<Entity[]> {
	for await (const { objects, total } of pages) {
		yield objects.map(entityOf).filter((each) => isNew(known, each));
		if (total === known.size) return;
	}
}

/** A user may come with the same group or device twice; relationships are then the same too. */
function withoutRepeated(objects: GraphObject[]): GraphObject[] {
	const known = new Set<string>();
	return objects.filter((each) => isNew(known, each));
}

function isNew(known: Set<string>, { _key }: GraphObject): boolean {
	if (known.has(_key)) return false;
	known.add(_key);
	return true;
}
