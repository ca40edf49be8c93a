/** The search page: the dialog's results in full, with filters, and the state in the address. */
import { element } from './element.ts';
import { type Answer, ask, type Filters, facetCounts, type Hit } from './search-engine.ts';
import { countText, excerptNodes, factNodes, textNodes } from './search-rows.ts';

const PAUSE = 150;
const STEP = 20;

class SearchPage extends HTMLElement {
	readonly #form = this.#find<HTMLFormElement>('form');
	readonly #count = this.#find('[role="status"]');
	readonly #results = this.#find('ol');
	readonly #more = this.#find<HTMLButtonElement>('[data-more]');
	readonly #boxes = [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
	#run = 0;
	#timer = 0;
	#answer: Answer | undefined;

	connectedCallback(): void {
		this.#read();
		this.#form.addEventListener('input', () => {
			clearTimeout(this.#timer);
			this.#timer = window.setTimeout(() => this.#search(), PAUSE);
		});
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#search();
		});
		this.#form.addEventListener('reset', () => {
			// The fields change only after the event.
			setTimeout(() => this.#search());
		});
		this.#more.addEventListener('click', () => this.#showMore());
		this.addEventListener('click', (event) => this.#tryMeant(event));
		addEventListener('popstate', () => {
			this.#read();
			void this.#search();
		});
		void this.#search();
	}

	#find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
		const found = this.querySelector<Found>(selector);
		if (!found) throw new Error(`The search page has no ${selector}.`);
		return found;
	}

	get #field(): HTMLInputElement {
		return this.#find<HTMLInputElement>('input[name="q"]');
	}

	/** Takes query and filters from the address. */
	#read(): void {
		const address = new URLSearchParams(location.search);
		this.#field.value = address.get('q') ?? '';
		for (const box of this.#boxes) box.checked = address.getAll(box.name).includes(box.value);
	}

	/** Writes them there, so that a result list can be shared and comes back. */
	#write(): void {
		const address = new URLSearchParams();
		for (const [name, value] of new FormData(this.#form)) {
			if (typeof value === 'string' && value.trim()) address.append(name, value.trim());
		}
		history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
	}

	#filters(): Filters {
		const filters: Record<string, string[]> = {};
		for (const { name, value } of this.#boxes.filter(({ checked }) => checked)) {
			filters[name] = [...(filters[name] ?? []), value];
		}
		return filters;
	}

	async #search(): Promise<void> {
		this.#run += 1;
		const own = this.#run;
		const query = this.#field.value.trim();
		const filters = this.#filters();
		this.#write();
		try {
			const answer = await ask(query, filters);
			const asked = query !== '' || Object.keys(filters).length > 0;
			const hits = asked ? await answer.hits(0, STEP) : [];
			const counts = await facetCounts(query, filters, answer);
			if (own !== this.#run) return;
			this.#answer = answer;
			this.#showCounts(counts);
			this.#show(asked, answer, hits);
		} catch {
			if (own === this.#run) this.#state('broken', 'The search index could not be loaded.');
		}
	}

	#showCounts(counts: Answer['counts']): void {
		for (const box of this.#boxes) {
			const count = box.closest('label')?.querySelector('.n');
			if (count) count.textContent = String(counts[box.name]?.[box.value] ?? 0);
		}
	}

	#show(asked: boolean, { total, spelling }: Answer, hits: readonly Hit[]): void {
		this.#results.replaceChildren(...hits.map(row));
		this.#more.hidden = total <= hits.length;
		const state = total === 0 ? 'none' : 'found';
		this.#state(asked ? state : 'start', asked ? countText(total) : '');
		if (state === 'found') return;
		const words = spelling.unknown.map((word) => `"${word}"`).join(' or ');
		this.#find('[data-none]').textContent = words
			? `No entry has the word ${words}.`
			: 'No entry matches all of this.';
		this.#offer(spelling.meant);
	}

	#offer(meant: string | undefined): void {
		const place = this.#find('[data-meant]');
		place.hidden = meant === undefined;
		if (meant === undefined) return;
		const link = element('a', '', meant);
		link.href = `?${new URLSearchParams({ q: meant })}`;
		place.replaceChildren('Did you mean ', link, '?');
	}

	/** Shows the block of one state and hides the others. */
	#state(state: string, count: string): void {
		for (const block of this.querySelectorAll<HTMLElement>('[data-state]')) {
			block.hidden = block.dataset.state !== state;
		}
		this.#count.textContent = count;
		if (state === 'broken') {
			this.#results.replaceChildren();
			this.#more.hidden = true;
		}
	}

	async #showMore(): Promise<void> {
		const own = this.#run;
		const from = this.#results.children.length;
		const hits = (await this.#answer?.hits(from, from + STEP)) ?? [];
		if (own !== this.#run) return;
		const rows = hits.map(row);
		this.#results.append(...rows);
		this.#more.hidden = (this.#answer?.total ?? 0) <= this.#results.children.length;
		rows[0]?.querySelector('a')?.focus();
	}

	#tryMeant(event: MouseEvent): void {
		const link = event.target instanceof Element && event.target.closest('[data-meant] a');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		this.#field.value = link.textContent ?? '';
		this.#field.focus();
		void this.#search();
	}
}

function row(hit: Hit): HTMLElement {
	const title = element('a', '', hit.title);
	title.href = hit.url;
	const made = element(
		'li',
		'hit',
		element('h2', 'hit-title', title),
		element('p', 'hit-facts', ...factNodes(hit)),
		element('p', 'hit-text', ...textNodes(hit)),
	);
	if (hit.sections.length === 0) return made;
	const sections = element('ul', 'hit-sections');
	for (const { url, title: name, excerpt } of hit.sections) {
		const link = element('a', '', name);
		link.href = url;
		sections.append(
			element('li', '', link, ' ', element('span', 'hit-text', ...excerptNodes(excerpt))),
		);
	}
	made.append(sections);
	return made;
}

customElements.define('search-page', SearchPage);
