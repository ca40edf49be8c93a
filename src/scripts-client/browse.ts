/** The browse list in the browser: state in the address, the index fetched once, rows by need. */
import { unpackIndex } from '#catalogue/pages/browse-index.ts';
import {
	type BrowseIndex,
	type BrowseState,
	EVERYTHING,
	find,
	fromQuery,
	isIdle,
	toQuery,
	waysOut,
} from '#catalogue/pages/browse-state.ts';
import { controls } from './browse-controls.ts';
import { listOf } from './browse-list.ts';

/** Rows added at a time. */
const STEP = 50;

const form = document.querySelector<HTMLFormElement>('#browse');
if (form) browse(form);

function browse(form: HTMLFormElement) {
	const list = listOf(form);
	const { names, heading, show, read, write, filters } = controls(form, leave);
	const total = Number(form.dataset.total);
	const first = list.staticRows;
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
		return fromQuery(location.search, names);
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
		const plain = isIdle(state) && shown <= first.length;
		// The rows of the page itself need no index: nothing flickers, nothing is fetched.
		if (plain && !index) {
			list.failed(false);
			list.put(first, total);
			show(undefined, wanted, total);
			return;
		}
		list.busy(true);
		// A failure is told on the page; the next choice tries again.
		const loaded = await load().catch(() => undefined);
		if (wanted !== state) return;
		list.busy(false);
		list.failed(!loaded);
		if (!loaded) return;
		const found = find(loaded, wanted);
		const amount = Math.max(shown, isIdle(wanted) ? first.length : STEP);
		const rows = isIdle(wanted)
			? [...first, ...list.rowsFor(found.lines.slice(first.length, amount), loaded)]
			: list.rowsFor(found.lines.slice(0, amount), loaded);
		list.put(rows, found.lines.length);
		const ways = found.lines.length === 0 ? waysOut(loaded, wanted) : [];
		show({ index: loaded, found, ways }, wanted, total);
	}

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
		leave({ ...EVERYTHING, sort: state.sort, view: state.view });
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
		typing = false;
		state = stateOfAddress();
		shown = shownInHistory();
		write(state);
		void render();
	});
	// Whoever reaches for a filter gets the index before the first click.
	const warm = () => {
		load().catch(() => list.failed(true));
	};
	filters.addEventListener('pointerenter', warm, { once: true });
	filters.addEventListener('focusin', warm, { once: true });

	write(state);
	void render();
}
