/** The controls of a list: filters with counts, chips, and what helps when nothing fits. */

import {
	type BrowseIndex,
	type BrowseState,
	type Found,
	isIdle,
	type WayOut,
	withValue,
} from '#catalogue/pages/browse/state.ts';
import { comparePath, MOST } from '#catalogue/pages/compare/address.ts';
import { countOf as counted } from '#catalogue/words/count.ts';
import { href } from '#site/urls.ts';
import { copyOf, labelOf } from './browse-list.ts';
import { must } from './element.ts';

/** Ways out of an empty list that are offered. */
const WAYS = 5;

/** What the index says about a state; missing while the page shows its own rows. */
interface Answer {
	index: BrowseIndex;
	found: Found;
	ways: readonly WayOut[];
}

/** The controls of a form; `leave` takes a state that a chip or a way out leads to. */
export function controls(form: HTMLFormElement, leave: (state: BrowseState) => void) {
	const heading = must<HTMLElement>(form, '#res-h');
	const words = must<HTMLInputElement>(form, '#q');
	const by = form.querySelector<HTMLSelectElement>('#by');
	const ownGroup = by?.value;
	const columns = [...form.querySelectorAll<HTMLInputElement>('[data-column]')];
	const filters = must<HTMLElement>(form, '.facets');
	/** "14 connectors", as the build wrote it. */
	const atFirst = heading.textContent;
	const boxes = [...filters.querySelectorAll<HTMLInputElement>('input:not([data-by-name])')];
	const atRest = new Map(boxes.map((box) => [box, countOf(box)?.textContent ?? '0']));
	const groups = [...filters.querySelectorAll<HTMLDetailsElement>('[data-facet]')];

	function facetOf(box: HTMLInputElement): string {
		return box.closest<HTMLElement>('[data-facet]')?.dataset.facet ?? '';
	}

	/** The number beside a box; the answer "Any" has none. */
	function countOf(box: HTMLInputElement): Element | null {
		return box.parentElement?.querySelector('.n') ?? null;
	}

	/**
	 * The state the controls show, or only some of them. Chosen values that have no checkbox are kept
	 * from before.
	 */
	function read(before: BrowseState, some?: ReadonlySet<Element>): BrowseState {
		const counts = (control: Element) => !some || some.has(control);
		const ofGroup = by === null || by.value === ownGroup ? undefined : by.value;
		const isHidden = (column: HTMLInputElement) =>
			counts(column) ? !column.checked : before.hidden.includes(column.value);
		let next: BrowseState = {
			...before,
			words: counts(words) ? words.value.trim() : before.words,
			group: by && !counts(by) ? before.group : ofGroup,
			hidden: columns.filter(isHidden).map(({ value }) => value),
		};
		for (const box of boxes) {
			const { value, checked } = box;
			if (value === '' || !counts(box)) continue;
			const name = facetOf(box);
			const was = before.chosen.get(name)?.includes(value) === true;
			if (was !== checked) next = withValue(next, name, value, checked);
		}
		return next;
	}

	/** Sets the controls to a state, and opens the groups something is chosen in. */
	function write(state: BrowseState) {
		// Setting it would move the caret of somebody who is typing.
		if (words.value.trim() !== state.words) words.value = state.words;
		if (by && ownGroup !== undefined) by.value = state.group ?? ownGroup;
		for (const column of columns) column.checked = !state.hidden.includes(column.value);
		for (const box of boxes) {
			const chosen = state.chosen.get(facetOf(box));
			box.checked = box.value === '' ? chosen === undefined : chosen?.includes(box.value) === true;
			const fold = box.checked && box.closest<HTMLDetailsElement>('.f-rest');
			if (fold) fold.open = true;
		}
		for (const group of groups) {
			if (state.chosen.has(group.dataset.facet ?? '') && 'open' in group) group.open = true;
		}
	}

	function counts(found: Found | undefined) {
		for (const box of boxes) {
			const number = countOf(box);
			if (!number) continue;
			const count = found
				? String(found.counts.get(facetOf(box))?.get(box.value) ?? 0)
				: atRest.get(box);
			number.textContent = count ?? '0';
			// A box that has the focus stays usable until the focus leaves it.
			box.disabled = count === '0' && !box.checked && box !== document.activeElement;
		}
	}
	filters.addEventListener('focusout', ({ target }) => {
		if (!(target instanceof HTMLInputElement) || target.checked) return;
		target.disabled = countOf(target)?.textContent === '0';
	});

	function ends(state: BrowseState) {
		for (const group of groups) {
			const end = group.querySelector<HTMLElement>('.end');
			if (!end) continue;
			const chosen = state.chosen.get(group.dataset.facet ?? '')?.length ?? 0;
			end.textContent = chosen ? `${chosen} chosen` : (end.dataset.end ?? '');
		}
		const active = [...state.chosen.values()].flat().length;
		const pill = must<HTMLElement>(form, '[data-active]');
		pill.textContent = String(active);
		pill.hidden = active === 0;
	}

	function name(index: BrowseIndex, facet: string, value: string): string {
		const spec = index.facets.find((other) => other.name === facet);
		if (!spec) return value;
		const mark = spec.question === undefined ? ':' : '';
		return `${spec.label}${mark} ${labelOf(spec, value)}`;
	}

	/** One chip per choice; taking one away leaves the focus on the next. */
	function chips(index: BrowseIndex | undefined, state: BrowseState) {
		const box = must<HTMLElement>(form, '[data-chips]');
		const clear = must<HTMLElement>(box, 'li:has([type="reset"])');
		const made: Element[] = [];
		const add = (text: string, next: BrowseState) => {
			const chip = copyOf(form, '[data-chip]');
			must(chip, 'span').textContent = text;
			const at = made.push(chip) - 1;
			must(chip, 'button').addEventListener('click', () => {
				leave(next);
				afterRemoval(box, chip, at);
			});
		};
		if (index) {
			for (const [facet, values] of state.chosen) {
				for (const value of values) {
					add(name(index, facet, value), withValue(state, facet, value, false));
				}
			}
			if (state.words) add(`Words: ${state.words}`, { ...state, words: '' });
		}
		box.replaceChildren(...made, clear);
		box.hidden = made.length === 0;
	}

	/** The list is drawn anew in a moment: wait for it, then focus what took the chip's place. */
	function afterRemoval(box: Element, chip: Element, at: number) {
		heading.focus();
		const watch = new MutationObserver(() => {
			if (chip.isConnected) return;
			watch.disconnect();
			const left = box.querySelectorAll<HTMLElement>('.chip');
			const next = left[Math.min(at, left.length - 1)];
			if (next && document.activeElement === heading) next.focus();
		});
		watch.observe(box, { childList: true });
	}

	function nothing({ index, ways }: Answer, state: BrowseState) {
		const links = ways.slice(0, WAYS).map(({ filter, state: next, count }) => {
			const item = document.createElement('li');
			const button = document.createElement('button');
			button.type = 'button';
			button.className = 'linkbtn';
			const left = filter ? name(index, filter.facet, filter.value) : `the words “${state.words}”`;
			button.textContent = `Without ${left}`;
			button.addEventListener('click', () => {
				leave(next);
				heading.focus();
			});
			const label = document.createElement('span');
			label.className = 'label';
			label.textContent = ` ${counted(count, index.singular, index.plural)}`;
			item.append(button, label);
			return item;
		});
		must(form, '[data-ways]').replaceChildren(...links);
		must<HTMLElement>(form, '[data-near]').hidden = links.length === 0;
		must<HTMLElement>(form, '[data-far]').hidden = links.length > 0;
		const search = must<HTMLElement>(form, '[data-search]');
		search.hidden = state.words === '';
		must<HTMLAnchorElement>(search, 'a').search = new URLSearchParams({
			q: state.words,
		}).toString();
	}

	/** A list of two to four can be compared as it is; any other leads to the page that chooses. */
	function compareLink(lines: readonly { id: string }[]) {
		const link = document.querySelector<HTMLAnchorElement>('[data-compare]');
		if (!link) return;
		const fits = lines.length > 1 && lines.length <= MOST;
		link.textContent = fits ? `Compare these ${lines.length}` : 'Compare patterns';
		link.href = href(comparePath(fits ? lines.map(({ id }) => id) : []));
	}

	/** Everything but the rows: heading, counts, chips, and the way out of an empty list. */
	function show(answer: Answer | undefined, state: BrowseState, total: number) {
		const count = answer ? answer.found.lines.length : total;
		const all = isIdle({ ...state, sort: undefined, group: undefined });
		const text = all ? atFirst : `${count} of ${atFirst}`;
		// Written only when it changes, so that it is announced once.
		if (heading.textContent !== text) heading.textContent = text;
		must<HTMLElement>(form, '[data-show]').textContent = `Show ${count}`;
		compareLink(answer?.found.lines ?? []);
		counts(answer?.found);
		ends(state);
		chips(answer?.index, state);
		must<HTMLElement>(form, '[data-empty]').hidden = count > 0;
		if (answer && count === 0) nothing(answer, state);
	}

	return { filters, heading, read, write, show };
}
