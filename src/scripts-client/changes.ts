/** Narrows "What changed" down by day, kind of change and kind of entry; the choice is in the address. */
import { countOf } from '#catalogue/words/count.ts';
import { typedIn } from './typed.ts';

const FIELDS = ['since', 'kind', 'noun'] as const;

const form = document.querySelector<HTMLFormElement>('[data-changes]');
if (form) narrow(form);

function narrow(form: HTMLFormElement) {
	const events = [...document.querySelectorAll<HTMLElement>('.chg > li')].map((item) => ({
		item,
		date: item.querySelector('time')?.dateTime ?? '',
	}));
	const months = [...document.querySelectorAll<HTMLElement>('[data-month]')];
	const field = (name: string) => form.elements.namedItem(name);
	const count = form.querySelector('[data-count]');
	const none = document.querySelector<HTMLElement>('[data-none]');

	const value = (name: (typeof FIELDS)[number]) => {
		const found = field(name);
		return found instanceof HTMLInputElement || found instanceof HTMLSelectElement
			? found.value
			: '';
	};

	function show() {
		const [since, kind, noun] = FIELDS.map(value);
		for (const { item, date } of events) {
			item.hidden =
				(since !== '' && date < (since ?? '')) ||
				(kind !== '' && item.dataset.kind !== kind) ||
				(noun !== '' && item.dataset.noun !== noun);
		}
		for (const month of months) month.hidden = !month.querySelector('.chg > li:not([hidden])');
		const left = events.filter(({ item }) => !item.hidden).length;
		const all = countOf(events.length, 'change');
		if (count) count.textContent = left === events.length ? all : `${left} of ${all}`;
		if (none) none.hidden = left > 0;
	}

	/** Sets the fields to the address; a value that a field does not offer is left out. */
	function read(typed: ReadonlySet<unknown> = new Set()) {
		const query = new URLSearchParams(location.search);
		for (const name of FIELDS) {
			const found = field(name);
			if (typed.has(found)) continue;
			const wanted = query.get(name) ?? '';
			if (found instanceof HTMLInputElement) found.value = wanted;
			if (found instanceof HTMLSelectElement) {
				found.value = [...found.options].some((option) => option.value === wanted) ? wanted : '';
			}
		}
		show();
	}

	function write(how: 'pushState' | 'replaceState') {
		const query = new URLSearchParams();
		for (const name of FIELDS) if (value(name)) query.set(name, value(name));
		history[how](null, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
		show();
	}

	const choose = () => write('pushState');
	form.addEventListener('change', choose);
	form.addEventListener('reset', () => setTimeout(choose));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		choose();
	});
	addEventListener('popstate', () => read());
	const typed = typedIn(form);
	read(typed);
	if (typed.size > 0) write('replaceState');
}
