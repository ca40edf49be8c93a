/** The patterns of a comparison in the address of its page: `?a=…&b=…`. */

/** What the page says before anything is compared. */
export const NONE_CHOSEN = 'Choose two to four patterns.';

/** Columns that fit side by side. */
export const MOST = 4;
const LETTERS = ['a', 'b', 'c', 'd'] as const;
const ID = /^[a-z0-9][a-z0-9-]*$/;

export interface Compared {
	ids: string[];
	/** What the address says that can be no pattern. */
	unknown: string[];
}

/**
 * The ids in a query, each once, in their order.
 *
 * @example
 * idsFrom('?a=triage&b=summary&c=triage') // => { ids: ['triage', 'summary'], unknown: [] }
 */
export function idsFrom(query: string): Compared {
	const params = new URLSearchParams(query);
	const values = LETTERS.flatMap((letter) => params.get(letter) || []);
	return {
		ids: [...new Set(values.filter((value) => ID.test(value)))],
		unknown: values.filter((value) => !ID.test(value)),
	};
}

/** The query of a comparison; the first four are compared. */
function compareQuery(ids: readonly string[]): string {
	const pairs = LETTERS.flatMap((letter, at) => {
		const id = ids[at];
		return id === undefined ? [] : [[letter, id]];
	});
	return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

/** Path of the page with these patterns. */
export const comparePath = (ids: readonly string[]): string => `/compare/${compareQuery(ids)}`;
