import type { Snapshot } from './compare';

/** Whose snapshots they are. */
export interface Watcher {
	/** Workflow and node. */
	trigger: string;
	account: string;
}

/**
 * The objects as they were at the last poll, in this process only, for telling the state before a change:
 * what decides whether there is a change are the stored fingerprints. What does not fit is not remembered,
 * and the state before is null then.
 */
export class RememberedSnapshots {
	/** The one that was noted longest ago comes first. */
	private readonly snapshots = new Map<string, { watcher: Watcher; kind: string; snapshot: Snapshot }>();

	constructor(
		/** How many objects are remembered for all triggers together. */
		private readonly mostObjects: number,
	) {}

	get(watcher: Watcher, kind: string): Snapshot | undefined {
		return this.snapshots.get(keyOf(watcher, kind))?.snapshot;
	}

	/** Notes a snapshot; those that were noted longest ago make room for it. */
	note(watcher: Watcher, kind: string, snapshot: Snapshot): void {
		const key = keyOf(watcher, kind);
		this.snapshots.delete(key);
		this.snapshots.set(key, { watcher, kind, snapshot });
		for (const oldest of this.snapshots.keys()) {
			if (this.objects <= this.mostObjects) break;
			this.snapshots.delete(oldest);
		}
	}

	/** Forgets what a trigger no longer watches. */
	keepOnly(trigger: string, isWatched: (account: string, kind: string) => boolean): void {
		for (const [key, { watcher, kind }] of this.snapshots) {
			if (watcher.trigger === trigger && !isWatched(watcher.account, kind)) this.snapshots.delete(key);
		}
	}

	/** How many objects are remembered. */
	get objects(): number {
		return [...this.snapshots.values()].reduce((sum, { snapshot }) => sum + snapshot.size, 0);
	}
}

function keyOf({ trigger, account }: Watcher, kind: string): string {
	return JSON.stringify([trigger, account, kind]);
}
