/** What a benchmark measures: something that people do with Duo, done in three ways. */
import type { IDataObject } from 'n8n-workflow';

import type { NodeRun } from '../../support/engine';
import type { Limits, Tenant } from '../../tenant';
import type { HttpRequests, Pace } from '../competitors/HttpRequests';
import type { Sdk } from '../competitors/Sdk';

/** Something that people do with Duo, and how it is done in three ways. */
export interface Case {
	name: string;
	title: string;
	items: number;
	/** The fewest calls that do it, the limit that they meet, and whether they can be under way at once. */
	least: { calls: number; limit: keyof Limits; sideBySide: boolean };
	/** Runs only with Duo's limits, or only without them. */
	only?: 'limited' | 'unlimited';
	/** Shows the HTTP Request node also as it goes by default. */
	alsoAtOnce?: boolean;
	/** Makes the tenant ready. Returns what the contenders are told. */
	fill(tenant: Tenant): string[];
	/** Our node. */
	nodes: { run(names: string[]): NodeRun; done(output: IDataObject[]): number };
	/** n8n's HTTP Request node with our credential. */
	httpRequest: { run(names: string[], pace: Pace): HttpRequests; done(output: IDataObject[]): number };
	/** A program with Duo's Node SDK. Returns how many items were done. */
	sdk(duo: Sdk, names: string[]): Promise<number>;
}

/** For output items with Duo's envelope: how many hold what they should. */
export const countOk = (output: IDataObject[], holds: (response: IDataObject) => boolean): number =>
	output.filter(({ stat, response }) => stat === 'OK' && holds(response as IDataObject)).length;

/** How many objects pages of Duo's lists hold together. */
export const countObjects = (pages: IDataObject[]): number =>
	pages.reduce((sum, { response }) => sum + (Array.isArray(response) ? response.length : 0), 0);
