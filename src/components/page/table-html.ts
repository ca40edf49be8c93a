/** A table of a page; a script adds to it what a phone and assistive technology need. */
import type { Choice, Column, TableBlock, TableLook } from '#catalogue/pages/blocks.ts';
import { attributeHtml, classHtml, textHtml } from '#catalogue/words/escape-html.ts';
import { bodyHtml } from './rows.ts';
import { wordsHtml } from './words.ts';

/** Columns keep their widths, and a state has as many lines as it needs. */
const even = 'table-fixed [&_.st]:whitespace-normal';
/** What a table looks like beside its class; widths of columns are below. */
const looks = {
	uses: 'table-fixed min-w-180',
	'control-uses': 'table-fixed min-w-180',
	'by-type': 'mtx',
	items: '[&_.mono]:wrap-anywhere',
	list: 'table-fixed',
	nodes: '',
	connectors: 'min-w-224 table-fixed',
	closure: 'table-fixed min-w-200 [&_ul]:gap-2',
	controls: 'ctls table-fixed',
	limits: '',
	metrics: 'mtx min-w-180',
	people: 'min-w-180',
	'use-cases': 'min-w-224',
	cases: 'min-w-0',
	'risk-grid': 'riskgrid',
	ladder: 'ladder min-w-0',
	portfolio: `gv-port ${even}`,
	outcomes: `min-w-180 ${even}`,
	flags: `min-w-180 ${even}`,
	spend: '',
	built: `min-w-180 ${even}`,
	'use-controls': `min-w-200 ${even}`,
	gates: `min-w-180 ${even}`,
	measures: `min-w-180 ${even} [&_td:nth-child(5)]:text-13`,
	results: `min-w-180 ${even}`,
	undecided: `min-w-180 ${even}`,
	duties: 'min-w-180',
	todo: `min-w-180 ${even}`,
	agenda: `min-w-180 ${even}`,
} satisfies Record<TableLook, string>;
/** Widths of the first columns, by look; the others share what is left. */
const widths: { readonly [Look in TableLook]?: readonly (string | undefined)[] } = {
	uses: ['w-[18%]', 'w-[12%]', 'w-[10%]'],
	'control-uses': ['w-[18%]', 'w-[12%]', 'w-[10%]', 'w-[18%]', undefined, 'w-[13%]'],
	items: ['w-44', undefined, 'w-[42%]'],
	list: ['w-[32%]'],
	connectors: ['w-[14%]', 'w-[16%]', 'w-[11%]', 'w-[27%]', 'w-[10%]'],
	ladder: ['w-64'],
	closure: ['w-1/4', undefined, undefined, undefined, 'w-[21%]'],
	controls: ['w-[19%]', 'w-[11%]', undefined, 'w-[17%]', 'w-[19%]'],
	portfolio: ['w-1/4', 'w-[18.5%]', 'w-[18.5%]', undefined, 'w-[8.5%]'],
	outcomes: ['w-[23%]', 'w-[13%]', undefined, undefined, undefined, 'w-[14%]', 'w-[10%]'],
	flags: ['w-1/5', undefined, undefined, 'w-[16%]', 'w-[12%]'],
	built: [undefined, undefined, undefined, 'w-[28%]'],
	'use-controls': ['w-[19%]', 'w-[12%]', undefined, 'w-[10%]', 'w-[10%]', 'w-[16%]'],
	gates: ['w-[36%]', 'w-[12%]', undefined, 'w-[12%]'],
	measures: ['w-[22%]', 'w-[8%]', undefined, 'w-[22%]', 'w-[16%]'],
	results: ['w-[26%]', undefined, undefined, 'w-[8%]', undefined, 'w-[19%]'],
	undecided: ['w-[30%]'],
	todo: ['w-[26%]', 'w-[13%]', undefined, 'w-[17%]', 'w-[28%]'],
	agenda: ['w-[32%]', 'w-[26%]', undefined, 'w-[7%]', 'w-[16%]'],
};

/** From so many columns, a list gives each of them as little as its words need. */
const MANY = 6;
/** The same on the page of a pattern, which shows fewer of the columns than its page of evidence. */
const briefWidths: typeof widths = {
	connectors: ['w-[18%]', 'w-[24%]', undefined, 'w-[17%]'],
	controls: ['w-[42%]', 'w-[13%]', 'w-[18%]'],
};

/** The table, with the choices above it; the class is its distance from what is before it. */
export function tableHtml(table: TableBlock, distance?: string): string {
	const { label, columns, groups, look, tight = false, head = 0, ids = false, filter } = table;
	const choices: readonly Choice[] = filter
		? [{ id: '', label: filter.label ?? 'All', count: filter.all }, ...filter.choices]
		: [];
	/**
	 * The stylesheet knows choices by their place: 0 is everything. Where the choices are elsewhere on
	 * the page, it knows them by their names.
	 */
	const placesOf = (kept: readonly string[]) =>
		kept.map((id) => (filter ? choices.findIndex((choice) => choice.id === id) : id)).join(' ');
	const cells = { width: columns.length, classes: columns.map(cellClass), head, ids, placesOf };
	const own = widthsOf(table);
	const heads = columns.map((column, at) => headHtml(column, own[at]));
	const wide = look === 'list' && leastOf(columns.length);
	const classes =
		look === 'risk-grid'
			? classHtml(looks[look])
			: classHtml('tbl', look && looks[look], wide, 'stack', tight && 'tight');
	return [
		filter ? choicesHtml(choices) : '',
		`<div${classHtml('scroll', distance)} tabindex="0"><table${classes}>`,
		`<caption class="vh">${textHtml(label)}</caption><thead><tr>${heads.join('')}</tr></thead>`,
		...groups.map((group) => bodyHtml(group, cells)),
		'</table></div>',
	].join('');
}

/** A list with many columns scrolls sideways rather than break a word of fourteen letters. */
function leastOf(columns: number): string | undefined {
	if (columns < MANY) return undefined;
	return columns === MANY ? 'md:[--min:48rem]' : 'md:[--min:56rem]';
}

function widthsOf({ look, columns }: TableBlock): readonly (string | undefined)[] {
	const brief = columns.length < 5 ? briefWidths : {};
	const own = look ? (brief[look] ?? widths[look] ?? []) : [];
	if (look === 'list' && columns.length >= MANY) return ['w-[26%]'];
	// Red flags are counted where they are not those of one use.
	return look === 'flags' && columns[1]?.num ? own.toSpliced(1, 0, 'w-[6%]') : own;
}

const cellLooks = {
	strip: 'stripcell',
	plot: 'stripcell w-80',
	small: 'text-13',
	from: 'from',
	screen: 'print:hidden',
} satisfies Record<NonNullable<Column['look']>, string>;

function cellClass({ num, state, whole, look }: Column): string | undefined {
	const names = [num && 'num', state && 'state', whole && 'nowrap', look && cellLooks[look]];
	return names.filter(Boolean).join(' ') || undefined;
}

function headHtml({ label, num, total, short, look }: Column, width: string | undefined): string {
	const name = textHtml(label);
	const words = total
		? `<span class="flex text-15 font-[620] text-ink">${name}</span>${wordsHtml(total)}`
		: name;
	return `<th scope="col"${classHtml(num && 'num', width, look === 'screen' && cellLooks.screen)}${attributeHtml('data-short', short)}>${words}</th>`;
}

const choiceClass = classHtml(
	'inline-flex min-h-9 cursor-pointer items-center gap-1.5 border-edge px-3 text-14 max-md:border-0! not-first-of-type:border-s has-focus-visible:outline-offset-2 has-focus-visible:[outline:2px_solid_var(--ink)]',
);

/** Narrows the table down without a script. */
function choicesHtml(choices: readonly Choice[]): string {
	const labels = choices.map(({ label, count }, at) => {
		const input = `<input class="sr-only" type="radio" name="show" id="show-${at}"${at === 0 ? ' checked' : ''}>`;
		return `<label${choiceClass}>${input}${textHtml(label)}<span class="muted">${count}</span></label>`;
	});
	return `<fieldset class="seg noprint mb-3 inline-flex flex-wrap rounded-2 border border-edge bg-surface"><legend class="vh">Show</legend>${labels.join('')}</fieldset>`;
}
