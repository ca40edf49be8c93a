/** The lines of a list as a table, the same for the build and for the browser. */
import { entryPath } from '../../model/entry.ts';
import { countOf } from '../../words/count.ts';
import { capital } from '../../words/phrase.ts';
import { label, link, sub, type TableBlock, type Words } from '../blocks.ts';
import { factWords } from '../rows.ts';
import { type BrowseColumn, type BrowseIndex, type BrowseLine, grouped } from './state.ts';

/** Some lines under the heads of their groups, with some of the columns. */
export function listTable(
	index: BrowseIndex,
	lines: readonly BrowseLine[],
	columns: readonly BrowseColumn[],
	group = index.group,
): TableBlock {
	const { name, facets, singular, plural } = index;
	const question = facets.findIndex((facet) => facet.question !== undefined);
	const places = columns.map(({ key }) => index.columns.findIndex((one) => one.key === key));
	return {
		kind: 'table',
		label: capital(plural),
		columns: [{ label: capital(singular) }, ...columns],
		groups: grouped(index, lines, group).map(({ value, label: head, meaning, lines: inside }) => ({
			...(value && { id: value, title: groupWords(head, meaning, inside.length) }),
			rows: inside.map(({ id, title, summary, cells, values }) => ({
				...(question >= 0 && { kept: values[question] ?? [] }),
				cells: [
					[link(title, entryPath({ collection: name, id })), sub(summary)],
					...places.map((at) => factWords(index.columns[at]?.facts[cells[at] ?? 0] ?? NONE)),
				],
			})),
		})),
		look: 'list',
		tight: true,
	};
}

const NONE = { text: '' };

const groupWords = (head: string, meaning: string, count: number): Words => [
	head,
	' ',
	label(String(count)),
	sub(meaning),
];

/** What the columns say that say the same of every entry. */
export function sameText(
	{ singular, plural, lines }: BrowseIndex,
	same: readonly BrowseColumn[],
	text: (column: BrowseColumn) => string,
): string {
	if (same.length === 0) return '';
	const said = same.map((column) => `${column.label}: ${text(column)}`).join('. ');
	return `The same for all ${countOf(lines.length, singular, plural)}. ${said}.`;
}
