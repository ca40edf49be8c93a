/** A list in the browser: state in the address, the index fetched once, rows by need. */
import { listCsv } from '#catalogue/pages/browse/csv.ts';
import { unpackIndex } from '#catalogue/pages/browse/pack.ts';
import {
	type BrowseIndex,
	type BrowseState,
	EVERYTHING,
	find,
	fromQuery,
	type Hits,
	isIdle,
	namedBy,
	pressed,
	toQuery,
	waysOut,
	withValue,
} from '#catalogue/pages/browse/state.ts';
import { tier } from '#schemas/vocabularies.ts';
import { href } from '#site/urls.ts';
import { namedValues } from './browse-by-name.ts';
import { controls } from './browse-controls.ts';
import { listOf } from './browse-list.ts';
import { typedIn } from './typed.ts';

/** Rows added at a time. */
const STEP = 50;

const form = document.querySelector<HTMLFormElement>('#browse');
if (form) browse(form);

function browse(form: HTMLFormElement) {
	const list = listOf(form, (key) => {
		typing = false;
		go({ ...state, sort: pressed(state.sort, key) }, 'pushState');
	});
	const names = (form.dataset.facets ?? '').split(' ').map((name) => ({ name }));
	const columns = (form.dataset.columns ?? '').split(' ');
	const { heading, show, read, write, filters } = controls(form, leave);
	const total = Number(form.dataset.total);
	let state = stateOfAddress();
	let shown = shownInHistory();
	let typing = false;
	let index: Promise<BrowseIndex> | undefined;

	/** The index, fetched when first needed; a failure may be tried again. */
	function load(): Promise<BrowseIndex> {
		index ??= fetch(form.dataset.index ?? '')
			.then((answer) => {
				if (!answer.ok) throw new Error(`The list could not be loaded (${answer.status}).`);
				return answer.text();
			})
			.then(unpackIndex)
			.catch((error: unknown) => {
				index = undefined;
				throw error;
			});
		return index;
	}

	function stateOfAddress(): BrowseState {
		return fromQuery(location.search, names, columns);
	}

	/** How many rows were open when the reader left this entry of the history. */
	function shownInHistory(): number {
		const kept: unknown = history.state?.shown;
		return typeof kept === 'number' ? kept : 0;
	}

	/** Takes a new state to the address and the list. */
	function go(next: BrowseState, how: 'pushState' | 'replaceState') {
		state = next;
		shown = 0;
		history[how]({ shown }, '', location.pathname + toQuery(state, names) + location.hash);
		void render();
	}

	/** From a chip, a way out or Clear all: the controls follow, focus stays near. */
	function leave(next: BrowseState) {
		typing = false;
		write(next);
		go(next, 'pushState');
	}

	/** The list as the state wants it. A newer state makes an older, slower answer void. */
	async function render() {
		const wanted = state;
		const plain = isIdle(state) && shown <= list.rows;
		list.heads(state.sort);
		// The rows of the page itself need no index: nothing flickers, nothing is fetched.
		if (plain) {
			list.failed(false);
			list.reset(total);
			show(undefined, wanted, total);
			return;
		}
		list.busy(true);
		// A failure is told on the page; the next choice tries again.
		const loaded = await load().catch(() => undefined);
		const hits = loaded && wanted.words ? await answering(loaded, wanted.words) : undefined;
		if (wanted !== state) return;
		list.busy(false);
		list.failed(!loaded);
		if (!loaded) return;
		const found = find(loaded, wanted, hits);
		const amount = Math.max(shown, isIdle(wanted) ? list.rows : STEP);
		list.put(loaded, found.lines.slice(0, amount), wanted, found.lines.length);
		const ways = found.lines.length === 0 ? waysOut(loaded, wanted, hits) : [];
		show({ index: loaded, found, ways }, wanted, total);
	}

	/** What the search engine finds for the words, then names of which only some letters are typed. */
	async function answering(index: BrowseIndex, words: string): Promise<Hits> {
		// Not from its own module: the first search of a page stays one request smaller.
		const { finder } = await import('./search-rows.ts');
		const found = await finder.ask(words, [index.singular]).then(
			(results) => results.found,
			// Without the search index the names are still there.
			() => [],
		);
		const ids = found.map(({ path }) => path.split('/').filter(Boolean).at(-1) ?? '');
		return new Map(
			[...new Set([...ids, ...namedBy(index, words).keys()])].map((id, at) => [id, at]),
		);
	}

	/** The list as it is shown, with all its rows, as a file. */
	async function csv(link: HTMLAnchorElement) {
		const index = await load();
		const hits = state.words ? await answering(index, state.words) : undefined;
		const marks = new Map(
			[...form.querySelectorAll<HTMLTemplateElement>('template[data-mark]')].map((one) => [
				one.dataset.mark,
				one.content.textContent.trim(),
			]),
		);
		const text = listCsv(index, find(index, state, hits).lines, {
			state: (name) => marks.get(`status-${name}`) ?? name,
			tier: tier.label,
			page: (id) => new URL(href(`/${index.name}/${id}/`), location.href).href,
		});
		const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
		const made = Object.assign(document.createElement('a'), {
			href: address,
			download: link.pathname.split('/').slice(-2).join('-'),
		});
		made.click();
		URL.revokeObjectURL(address);
	}

	form.querySelector<HTMLAnchorElement>('[data-csv]')?.addEventListener('click', (event) => {
		const link = event.currentTarget;
		// The whole list in its own order is a file of the site.
		if (isIdle(state) || !(link instanceof HTMLAnchorElement)) return;
		event.preventDefault();
		csv(link).catch(() => list.failed(true));
	});
	form.addEventListener('input', ({ target }) => {
		if (!(target instanceof HTMLInputElement) || target.name !== 'q') return;
		// One entry in the history for a run of typing, not one per letter.
		go(read(state), typing ? 'replaceState' : 'pushState');
		typing = true;
	});
	form.addEventListener('change', ({ target }) => {
		if (target instanceof HTMLInputElement && target.name === 'q') return;
		typing = false;
		go(read(state), 'pushState');
	});
	form.addEventListener('reset', (event) => {
		event.preventDefault();
		leave({ ...EVERYTHING, sort: state.sort, group: state.group, hidden: state.hidden });
		// The button in the filters stays; any other goes away with what it cleared.
		if (!filters.contains(document.activeElement)) heading.focus();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		// "Show n patterns" on a narrow screen: the list is already there, behind the sheet.
		if (filters.matches(':popover-open')) filters.hidePopover();
	});
	list.more.addEventListener('click', async () => {
		const before = list.count();
		shown = before + STEP;
		history.replaceState({ shown }, '');
		await render();
		list.focusRow(before);
	});
	addEventListener('popstate', () => {
		// A link to a part of this page chooses nothing: the rows that are open stay.
		if (location.search === toQuery(state, names)) return;
		typing = false;
		state = stateOfAddress();
		shown = shownInHistory();
		write(state);
		void render();
	});
	// A reader who reaches for a filter gets the index before the first click.
	const warm = () => {
		load().catch(() => list.failed(true));
	};
	namedValues(filters, load, (facet, value) => {
		typing = false;
		const next = withValue(state, facet, value, true);
		write(next);
		go(next, 'pushState');
	});
	filters.addEventListener('pointerenter', warm, { once: true });
	filters.addEventListener('focusin', warm, { once: true });

	const typed = typedIn(form);
	if (typed.size > 0) {
		write(read(state, typed));
		go(read(state), 'replaceState');
		typing = true;
	} else {
		write(state);
		void render();
	}
}
