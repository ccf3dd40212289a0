/** What a public statement by Duo's staff names, per minute. */
export const LIMITS = { reads: 300, writes: 300, pages: 200, lists: 40, logs: 2 };

/** Milliseconds. */
export const ROUND_TRIP = 50;

/** The default of our nodes; the competitors get the same width. */
export { DEFAULT_CONCURRENT_REQUESTS } from '../../nodes/shared/duo/AdaptiveThrottle';
