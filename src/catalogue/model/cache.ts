/** A place in which to keep what was costly to work out. What keeps it between runs is read/cache.ts. */

export interface Cache {
	get: (key: string) => unknown;
	set: (key: string, value: unknown) => void;
	/** Writes what was used in this run and forgets the rest. */
	save: () => void;
}

/** Keeps nothing: for tests and for places without a folder. */
export const noCache: Cache = { get: () => undefined, set: () => {}, save: () => {} };
