/** What the processes of the benchmark tell each other. */
import type { Keys } from '../support/engine';

export type ContenderName = 'nodes' | 'httpRequest' | 'httpRequestAtOnce' | 'sdk';

/** For the process of the tenant. */
export interface TenantOrder {
	caseName: string;
	isLimited: boolean;
}

export interface TenantReady {
	keys: Keys;
	certificate: string;
	/** What the case is about, e.g. the usernames to resolve. */
	names: string[];
}

/** What the tenant saw of a contender. */
export interface Seen {
	calls: number;
	/** With 429. */
	refused: number;
	/**
	 * Of the pushes: when each was answered, in milliseconds since 1970, and how often its state was asked for.
	 */
	answers: Record<string, number>;
	statusCalls: Record<string, number>;
}

/** For the process of a contender. */
export interface Job extends TenantReady {
	caseName: string;
	contender: ContenderName;
	isLimited: boolean;
	/** By how many milliseconds the tenant's clock is ahead. */
	ahead: number;
	/** "Requests Side by Side", where not the default. */
	sideBySide?: number;
	/** Where n8n's own nodes are. */
	n8nNodes: string;
}

export interface Run {
	milliseconds: number;
	/** Of the contender's process, in milliseconds. */
	processorTime: number;
	/** How many of the case's items were done as they should. */
	done: number;
	/** What went wrong first, if anything did. */
	failure?: string;
	/** In bytes. */
	memory: number;
	/** When the last answer about each transaction came, in milliseconds since 1970. */
	heard: Record<string, number>;
}
