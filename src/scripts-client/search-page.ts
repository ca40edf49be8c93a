/** The search page: every result in groups, why each was found, and the question in the address. */
import { comparePath } from '#catalogue/pages/compare/address.ts';
import { grouped, readingOf } from '#catalogue/pages/search/why.ts';
import { href } from '#site/urls.ts';
import { element, elementWith } from './element.ts';
import { inTheText } from './full-text.ts';
import { finder, type Result, type Results } from './search-engine.ts';
import {
	capital,
	countText,
	excerptNodes,
	factNodes,
	summaryNodes,
	whyNodes,
} from './search-rows.ts';
import { isTyped } from './typed.ts';

const PAUSE = 150;
/** Results that are shown before the reader asks for more. */
const FIRST = 20;
const BEST = 3;
const NEAR = 5;
/** With fewer pages found, their full text is searched as well, unasked. */
const FEW = 3;
const PASSAGES = 10;

class SearchPage extends HTMLElement {
	readonly #form = this.#find<HTMLFormElement>('form');
	readonly #count = this.#find('[role="status"]');
	readonly #results = this.#find('[data-results]');
	readonly #more = this.#find<HTMLButtonElement>('[data-more]');
	readonly #text = this.#find('[data-text]');
	/** In front of everything else on the page, where it saves most. */
	readonly #skip = this.#find('[data-skip]', document);
	readonly #kinds = this.#find('[data-kinds]');
	#run = 0;
	#timer = 0;
	#shown = FIRST;
	/** The part of the address that the results answer. */
	#asked: string | undefined;

	connectedCallback(): void {
		const typed = isTyped(this.#field) && this.#field.value;
		this.#read();
		if (typed) this.#field.value = typed;
		// A reader who goes to the field is about to ask.
		this.#field.addEventListener('focus', () => finder.warm().catch(() => undefined), {
			once: true,
		});
		this.#form.addEventListener('input', () => {
			clearTimeout(this.#timer);
			this.#timer = window.setTimeout(() => this.#search(), PAUSE);
		});
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			clearTimeout(this.#timer);
			// Sent, so the reader wants the answers next: the filters of the kinds are not in their way.
			void this.#search().then(() => this.#results.focus());
		});
		this.#more.addEventListener('click', () => {
			this.#shown += FIRST;
			void this.#search(this.#results.querySelectorAll('.hit').length);
		});
		this.#find('[data-full]').addEventListener('click', () => this.#searchText());
		this.#kinds.addEventListener('click', (event) => this.#choose(event));
		addEventListener('popstate', () => {
			// A link to a part of this page asks nothing: results made anew would lose the focus.
			if (location.search === this.#asked) return;
			this.#read();
			void this.#search();
		});
		void this.#search();
	}

	#find<Found extends HTMLElement = HTMLElement>(
		selector: string,
		within: ParentNode = this,
	): Found {
		const found = within.querySelector<Found>(selector);
		if (!found) throw new Error(`The search page has no ${selector}.`);
		return found;
	}

	get #field(): HTMLInputElement {
		return this.#find<HTMLInputElement>('input[name="q"]');
	}

	#kind = '';

	/** Takes the question and the kind from the address. */
	#read(): void {
		const address = new URLSearchParams(location.search);
		this.#field.value = address.get('q') ?? '';
		this.#kind = address.get('type') ?? '';
		this.#shown = FIRST;
	}

	/** Writes them there, so that a result list can be shared and comes back. */
	#write(): void {
		const address = new URLSearchParams();
		const question = this.#field.value.trim();
		if (question) address.set('q', question);
		if (this.#kind) address.set('type', this.#kind);
		history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
		this.#asked = location.search;
	}

	#choose(event: Event): void {
		const link = event.target instanceof Element && event.target.closest<HTMLElement>('a');
		if (
			!link ||
			(event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))
		)
			return;
		event.preventDefault();
		this.#kind = link.dataset.kind ?? '';
		this.#shown = FIRST;
		void this.#search();
	}

	async #search(focus?: number): Promise<void> {
		this.#run += 1;
		const own = this.#run;
		const question = this.#field.value.trim();
		this.#write();
		this.#text.replaceChildren();
		if (!question) return this.#state('start', '');
		try {
			const results = await finder.ask(question);
			const { kinds } = await finder.about();
			const of = (pages: Results['found']) =>
				this.#kind ? pages.filter(({ kind }) => kind === this.#kind) : pages;
			const found = of(results.found);
			const cards = await results.cards(found.slice(0, this.#shown));
			const near = await results.cards(of(results.near).slice(0, NEAR));
			if (own !== this.#run) return;
			this.#showKinds(kinds, results);
			this.#more.hidden = found.length <= this.#shown;
			if (found.length > 0) this.#showFound(results, cards, near);
			else this.#showNone(question, results, near);
			this.#state(found.length > 0 ? 'found' : 'none', countText(found.length));
			this.#offerToCompare(cards);
			if (focus !== undefined)
				this.#results.querySelectorAll<HTMLElement>('.hit a')[focus]?.focus();
			if (found.length < FEW) void this.#searchText();
		} catch {
			if (own === this.#run) this.#state('broken', 'The search index did not load.');
		}
	}

	#showFound(results: Results, cards: readonly Result[], near: readonly Result[]): void {
		const best = cards.slice(0, BEST);
		const parts = [
			section(best.length > 1 ? 'Best matches' : 'Best match', best, results, true),
			...grouped(cards.slice(BEST)).map((group) => section(group.title, group.results, results)),
		];
		if (cards.length < FEW && near.length > 0) parts.push(section('Near matches', near, results));
		this.#results.replaceChildren(...parts);
		this.#showReading(results);
	}

	#showNone(question: string, results: Results, near: readonly Result[]): void {
		this.#find('[data-none]').textContent = `No page answers “${question}”`;
		const unknown = results.unknown.map((word) => `“${word}”`);
		this.#find('[data-unknown]').textContent =
			unknown.length > 0 ? `No page has the word ${unknown.join(' or ')}.` : '';
		this.#results.replaceChildren(
			...(near.length > 0 ? [section('Closest pages', near, results)] : []),
		);
		this.#showReading(results);
	}

	/** Two patterns among the first results can be seen side by side. */
	#offerToCompare(cards: readonly Result[]): void {
		const ids = cards
			.filter(({ kind }) => kind === 'pattern')
			.slice(0, 2)
			.map(({ path }) => path.split('/')[2] ?? '');
		const link = this.#find<HTMLAnchorElement>('[data-compare]');
		link.hidden = ids.length < 2;
		link.href = href(comparePath(ids));
	}

	#showReading({ ideas }: Results): void {
		const lines = readingOf(ideas).map(({ typed, others }) =>
			element(
				'p',
				'',
				element('b', '', capital(typed)),
				`: also ${others.slice(0, 6).join(', ')}.`,
			),
		);
		const block = this.#find('[data-reading]');
		block.hidden = lines.length === 0;
		this.#find('[data-reading-lines]').replaceChildren(...lines);
		const report = this.querySelector<HTMLAnchorElement>('[data-report]');
		for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-report]')) {
			const address = new URL(link.dataset.report ?? report?.href ?? '');
			for (const [name, value] of address.searchParams) {
				address.searchParams.set(name, value.replaceAll('{question}', this.#field.value.trim()));
			}
			link.href = address.href;
		}
	}

	#showKinds(kinds: readonly (readonly [string, string])[], results: Results): void {
		const pages = [...results.found];
		const counts = kinds
			.map(([kind, plural]) => ({
				kind,
				label: capital(plural),
				count: pages.filter((page) => page.kind === kind).length,
			}))
			.filter(({ count, kind }) => count > 0 || kind === this.#kind);
		const all = { kind: '', label: 'All', count: pages.length };
		this.#kinds.replaceChildren(
			...[all, ...counts].map(({ kind, label, count }) => {
				const address = new URLSearchParams({ q: this.#field.value.trim() });
				if (kind) address.set('type', kind);
				const link = elementWith(
					'a',
					{ href: `?${address}`, 'data-kind': kind },
					`${label} `,
					element('span', 'n', String(count)),
				);
				if (kind === this.#kind) link.setAttribute('aria-current', 'true');
				return link;
			}),
		);
		this.#kinds.hidden = pages.length === 0;
	}

	async #searchText(): Promise<void> {
		const own = this.#run;
		const question = this.#field.value.trim();
		try {
			const passages = await inTheText(question, PASSAGES);
			if (own !== this.#run) return;
			const rows = passages.map(({ url, title, section: heading, excerpt }) => {
				const link = element('a', '', heading ? `${title}: ${heading}` : title);
				link.href = url;
				return element(
					'li',
					'hit',
					element('h3', 'hit-title', link),
					element('p', 'hit-text', ...excerptNodes(excerpt)),
				);
			});
			const none = element('p', 'muted', 'No page has all these words in its text.');
			const body = rows.length > 0 ? element('ol', 'search-results', ...rows) : none;
			this.#text.replaceChildren(element('h2', 'h-s', 'In the text of pages'), body);
		} catch {
			if (own !== this.#run) return;
			this.#text.replaceChildren(element('p', 'muted', 'The full text did not load. Try again.'));
		}
	}

	/** Shows the blocks of one state and hides the others. */
	#state(state: string, count: string): void {
		for (const block of this.querySelectorAll<HTMLElement>('[data-state]')) {
			block.hidden = !(block.dataset.state ?? '').split(' ').includes(state);
		}
		this.#count.textContent = count;
		this.#skip.hidden = state !== 'found' && state !== 'none';
		if (state === 'found' || state === 'none') return;
		this.#results.replaceChildren();
		this.#kinds.hidden = true;
		this.#more.hidden = true;
	}
}

function section(
	title: string,
	cards: readonly Result[],
	results: Results,
	best = false,
): HTMLElement {
	return element(
		'section',
		'search-group',
		element('h2', 'h-s', title),
		element('ol', 'search-results', ...cards.map((card) => row(card, results, best))),
	);
}

function row(card: Result, results: Results, best: boolean): HTMLElement {
	const link = element('a', '', card.title);
	link.href = href(card.path);
	const why = whyNodes(card);
	return element(
		'li',
		best ? 'hit best' : 'hit',
		element('h3', 'hit-title', link),
		element('p', 'hit-facts', ...factNodes(card)),
		element('p', 'hit-text', ...summaryNodes(card, results)),
		...(why.length > 0 ? [element('p', 'hit-why', ...why)] : []),
	);
}

customElements.define('search-page', SearchPage);
