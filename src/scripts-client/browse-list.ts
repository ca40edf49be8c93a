/** Rows of the browse list, filled from the page's own templates; text only ever as text. */
import {
	type BrowseFacet,
	type BrowseIndex,
	type BrowseLine,
	PERSONAL_WORDS,
} from '#catalogue/pages/browse-state.ts';
import { shortDay } from '#catalogue/words/day.ts';

/** An element the page must have; without it the page and the script do not belong together. */
export function must<Found extends Element>(root: ParentNode, selector: string): Found {
	const found = root.querySelector<Found>(selector);
	if (!found) throw new Error(`The page has no ${selector}.`);
	return found;
}

/** A fresh copy of the one element in a template. */
export function copyOf(root: ParentNode, selector: string): Element {
	const { content } = must<HTMLTemplateElement>(root, `template${selector}`);
	const copy = document.importNode(content, true).firstElementChild;
	if (!copy) throw new Error(`The template ${selector} is empty.`);
	return copy;
}

/** The list of a browse form: its static rows, and how to put others in their place. */
export function listOf(form: HTMLFormElement) {
	const rows = must<HTMLElement>(form, '[data-rows]');
	const heads = must<HTMLElement>(form, '.colhead');
	const more = must<HTMLElement>(form, '[data-more]');
	const failure = must<HTMLElement>(form, '[data-failed]');
	form.querySelector('[data-pages]')?.remove();

	function put(elements: readonly Element[], total: number) {
		const same = elements.length === rows.children.length && elements[0] === rows.children[0];
		if (!same || elements.at(-1) !== rows.lastElementChild) rows.replaceChildren(...elements);
		heads.hidden = rows.hidden = total === 0;
		more.hidden = elements.length >= total;
		must(more, 'button').textContent = `Show more (${total - elements.length} left)`;
	}

	return {
		staticRows: [...rows.children],
		more: must<HTMLButtonElement>(more, 'button'),
		put,
		rowsFor: (lines: readonly BrowseLine[], index: BrowseIndex) =>
			lines.map((line) => fill(form, line, index.facets)),
		count: () => rows.children.length,
		busy: (on: boolean) => rows.setAttribute('aria-busy', String(on)),
		failed: (on: boolean) => {
			failure.hidden = !on;
		},
		focusRow: (at: number) => rows.children[at]?.querySelector('a')?.focus(),
	};
}

/** One row: the facts stand in the order of BrowseRow.astro. */
function fill(form: HTMLFormElement, line: BrowseLine, facets: readonly BrowseFacet[]): Element {
	const row = copyOf(form, '[data-row]');
	const link = must<HTMLAnchorElement>(row, 'h3 a');
	link.textContent = line.title;
	// The template links to the list of patterns; a pattern stands below it.
	link.href = new URL(`${line.id}/`, link.href).pathname;
	must(row, 'p').textContent = line.summary;
	const labels = (name: string) => labelsOf(name, line, facets).join(', ');
	const mark = (name: string) =>
		copyOf(form, `[data-mark="${name}-${valuesOf(name, line, facets)[0]}"]`);
	const status = mark('status');
	status.append(` ${line.version}`);
	const facts: (string | Element)[] = [
		mark('tier'),
		labels('data') + PERSONAL_WORDS[line.personal],
		labels('technique'),
		layers(row, line, facets),
		labels('stage'),
		mark('stage'),
		status,
		`Review by ${shortDay(line.reviewBy)}`,
		labels('owner'),
		labels('outcome'),
	];
	for (const [at, cell] of row.querySelectorAll('dd').entries())
		cell.replaceChildren(facts[at] ?? '');
	return row;
}

function valuesOf(
	name: string,
	line: BrowseLine,
	facets: readonly BrowseFacet[],
): readonly string[] {
	return line.values[facets.findIndex((facet) => facet.name === name)] ?? [];
}

function labelsOf(name: string, line: BrowseLine, facets: readonly BrowseFacet[]): string[] {
	const facet = facets.find((other) => other.name === name);
	return valuesOf(name, line, facets).map((value) => (facet ? labelOf(facet, value) : value));
}

/** How a value reads; a value that no longer exists reads as it was written. */
export function labelOf({ values }: BrowseFacet, value: string): string {
	return values.find((other) => other.value === value)?.label ?? value;
}

/** The template has all five letters; those the pattern lacks become dashed boxes. */
function layers(row: Element, line: BrowseLine, facets: readonly BrowseFacet[]): Element {
	const boxes = must<HTMLElement>(row, '.layers');
	const present = valuesOf('layer', line, facets);
	const all = facets.find(({ name }) => name === 'layer')?.values ?? [];
	for (const [at, { value }] of all.entries()) {
		boxes.children[at]?.classList.toggle('off', !present.includes(value));
	}
	const names = labelsOf('layer', line, facets).join(', ');
	boxes.setAttribute('aria-label', `Layers: ${names || 'none'}`);
	return boxes;
}
