/**
 * What a page shows for what is chosen on it, without a script. A choice is known by its number or
 * its name, so each needs a rule of its own.
 */
import plugin from 'tailwindcss/plugin';
import { dataClass } from '../../schemas/vocabularies.ts';

/** Choices of a filter for which there are rules; the first one, 0, is everything. */
const CHOICES = 12;
/** Levels of the maturity check. */
const LEVELS = 5;

/** Columns of a list that may be hidden, by their place; the first names the row and stays. */
const COLUMNS = [2, 3, 4, 5, 6, 7, 8, 9];

const numbers = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

/** What is not of the choice: rows, and groups that have none of it. */
const leftOut = (kept: string) =>
	`:is(tr[data-kept]:not([data-kept~="${kept}"]), tbody:not(:has([data-kept~="${kept}"])))`;

const others = (n: number) => `.seg:has(#show-${n}:checked) + .scroll ${leftOut(String(n))}`;

/** Entries of a list that the data class in its question leaves out. */
const unfit = (data: string) => `.bw:has(#data-${data}:checked) ${leftOut(data)}`;

const unticked = (at: number) => `.bw:has(#col-${at}:not(:checked)) .bw-t tr > :nth-child(${at})`;

/** An answer of the level that is not yes. */
const open = (levels: readonly number[]) =>
	`:has(:is(${levels.map((n) => `.lv-${n}`).join(', ')}) :is(.is-no, input:checked:not([value="yes"])))`;

/** Results of the maturity check other than the one that is reached: below it something is open. */
const notReached = (n: number) =>
	[
		...(n > 1 ? [`.mat${open(numbers(n).slice(1))} .r-${n}`] : []),
		...(n < LEVELS ? [`.mat:not(${open([n + 1])}) .r-${n}`] : []),
	].join(', ');

const rules = {
	rows: numbers(CHOICES).map(others),
	data: dataClass.values.map(unfit),
	columns: COLUMNS.map(unticked),
	levels: numbers(LEVELS).map(notReached),
};
type Rules = keyof typeof rules;

/** Tailwind calls this with the names of the rules that a sheet needs. */
// biome-ignore lint/style/noDefaultExport: Tailwind takes the default export of a plugin.
export default plugin.withOptions<{ rules: Rules | Rules[] }>((options) => ({ addBase }) => {
	const hidden = [options?.rules ?? []].flat().flatMap((name) => rules[name]);
	// Rows of a table on a phone have a display of their own in a later layer.
	addBase({ [hidden.join(', ')]: { display: 'none !important' } });
});
