/** The table of a list: its rows from the index, its heads as buttons that sort. */

import {
	type BrowseColumn,
	type BrowseFacet,
	type BrowseIndex,
	type BrowseLine,
	type BrowseState,
	type Sort,
	TITLE,
} from '#catalogue/pages/browse/state.ts';
import { listTable } from '#catalogue/pages/browse/table.ts';
import { wordNodes } from './blocks.ts';
import { element, elementWith, must } from './element.ts';
import { stack } from './tables.ts';

/** A fresh copy of the one element in a template. */
export function copyOf(root: ParentNode, selector: string): Element {
	const { content } = must<HTMLTemplateElement>(root, `template${selector}`);
	const copy = document.importNode(content, true).firstElementChild;
	if (!copy) throw new Error(`The template ${selector} is empty.`);
	return copy;
}

/** How a value reads; a value that no longer exists reads as it was written. */
export function labelOf({ values }: BrowseFacet, value: string): string {
	return values.find((other) => other.value === value)?.label ?? value;
}

/** The table of a browse form: the rows it came with, and how to put others in their place. */
export function listOf(form: HTMLFormElement, sortBy: (key: string) => void) {
	const table = must<HTMLTableElement>(form, '.bw-t table');
	const more = must<HTMLElement>(form, '[data-more]');
	const failure = must<HTMLElement>(form, '[data-failed]');
	const shown = (form.dataset.shown ?? '').split(' ').filter(Boolean);
	const own = [...table.tBodies];
	const heads = headsOf(table, [TITLE, ...shown], sortBy);
	form.querySelector('[data-pages]')?.remove();

	function put(bodies: readonly HTMLTableSectionElement[], total: number) {
		for (const body of [...table.tBodies]) body.remove();
		table.append(...bodies);
		stack(table);
		const left = total - rows().length;
		table.hidden = total === 0;
		more.hidden = left <= 0;
		must(more, 'button').textContent = `Show more (${left} left)`;
	}
	const rows = () => [...table.querySelectorAll<HTMLElement>('tbody tr:has(> td)')];

	return {
		rows: rows().length,
		more: must<HTMLButtonElement>(more, 'button'),
		/** The rows the build wrote; the page needs no index to show them. */
		reset: (total: number) => put(own, total),
		put: (index: BrowseIndex, lines: readonly BrowseLine[], state: BrowseState, total: number) =>
			put(bodiesOf(index, lines, state, shown), total),
		count: () => rows().length,
		heads: (sort: Sort | undefined) => heads(sort),
		busy: (on: boolean) => table.setAttribute('aria-busy', String(on)),
		failed: (on: boolean) => {
			failure.hidden = !on;
		},
		focusRow: (at: number) => rows()[at]?.querySelector('a')?.focus(),
	};
}

/** Makes each head a button; returns what marks the column that the list is sorted by. */
function headsOf(
	table: HTMLTableElement,
	keys: readonly string[],
	sortBy: (key: string) => void,
): (sort: Sort | undefined) => void {
	const cells = [...(table.tHead?.rows[0]?.cells ?? [])];
	for (const [at, cell] of cells.entries()) {
		const button = elementWith('button', { class: 'sortbtn' }, cell.textContent.trim());
		button.addEventListener('click', () => sortBy(keys[at] ?? TITLE));
		cell.replaceChildren(button);
	}
	return (sort) => {
		for (const [at, cell] of cells.entries()) {
			if (sort?.by !== keys[at]) cell.removeAttribute('aria-sort');
			else cell.ariaSort = sort?.down ? 'descending' : 'ascending';
		}
	};
}

function bodiesOf(
	index: BrowseIndex,
	lines: readonly BrowseLine[],
	state: BrowseState,
	shown: readonly string[],
): HTMLTableSectionElement[] {
	const columns = shown.flatMap((key) => index.columns.find((one) => one.key === key) ?? []);
	const made = listTable(index, lines, columns, state.group ?? index.group);
	return made.groups.map(({ id, title, rows }) => {
		const body = element('tbody', title ? 'grp' : '');
		if (id) body.id = id;
		if (title) {
			const head = elementWith(
				'th',
				{ scope: 'rowgroup', colspan: String(columns.length + 1), class: 'dim' },
				...wordNodes(title),
			);
			body.append(element('tr', '', head));
		}
		for (const { cells, kept } of rows) {
			const row = element('tr', '', ...cells.map(cellOf(columns)));
			if (kept) row.dataset.kept = kept.join(' ');
			body.append(row);
		}
		return body;
	});
}

const cellOf =
	(columns: readonly BrowseColumn[]) =>
	(words: Parameters<typeof wordNodes>[0], at: number): HTMLElement => {
		if (at === 0) return elementWith('th', { scope: 'row' }, ...wordNodes(words));
		const { num, state } = columns[at - 1] ?? {};
		const names = [num && 'num', state && 'state'].filter(Boolean).join(' ');
		return element('td', names, ...wordNodes(words));
	};
