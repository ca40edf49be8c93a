/**
 * What a page shows for what is chosen on it, without a script. A choice is known by its number, so
 * each number needs a rule of its own.
 */

/** Choices of a filter for which there are rules; the first one, 0, is everything. */
const CHOICES = 12;
/** Levels of the maturity check. */
const LEVELS = 5;

const numbers = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

/** Rows that are not of the choice, and groups that have none of it. */
const others = (n: number) =>
	`.seg:has(#show-${n}:checked) + .scroll :is(tr[data-kept]:not([data-kept~="${n}"]), tbody:not(:has([data-kept~="${n}"])))`;

/** An answer of the level that is not yes. */
const open = (levels: readonly number[]) =>
	`:has(:is(${levels.map((n) => `.lv-${n}`).join(', ')}) :is(.is-no, input:checked:not([value="yes"])))`;

/** Results of the maturity check other than the one that is reached: below it something is open. */
const notReached = (n: number) =>
	[
		...(n > 1 ? [`.mat${open(numbers(n).slice(1))} .r-${n}`] : []),
		...(n < LEVELS ? [`.mat:not(${open([n + 1])}) .r-${n}`] : []),
	].join(', ');

/** Tailwind calls this with its writer of rules. */
// biome-ignore lint/style/noDefaultExport: Tailwind takes the default export of a plugin.
export default function choices({ addBase }: { addBase: (rules: object) => void }) {
	const hidden = [...numbers(CHOICES).map(others), ...numbers(LEVELS).map(notReached)];
	// Rows of a table on a phone have a display of their own in a later layer.
	addBase({ [hidden.join(', ')]: { display: 'none !important' } });
}
