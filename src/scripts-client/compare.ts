/** The page "Compare": the address names the patterns, their JSON has the facts. */
import { unpackIndex } from '#catalogue/pages/browse/pack.ts';
import type { BrowseLine } from '#catalogue/pages/browse/state.ts';
import { comparePath, idsFrom, MOST, NONE_CHOSEN } from '#catalogue/pages/compare/address.ts';
import { type ComparedRow, type Comparison, compare } from '#catalogue/pages/compare/compare.ts';
import type { ComparedPattern, Titles } from '#catalogue/pages/compare/rows.ts';
import { countOf } from '#catalogue/words/count.ts';
import type { ListDocument } from '#schemas/api.ts';
import { href } from '#site/urls.ts';
import { announce } from './announce.ts';
import { wordNodes } from './blocks.ts';
import { element, elementWith, get } from './element.ts';
import { icon } from './icon.ts';
import { part } from './prompt-form-fields.ts';
import { isTyped } from './typed.ts';

/** Collections whose titles the table shows. None of them grows with the number of patterns. */
const NAMED = ['controls', 'risks', 'connectors', 'models', 'roles'];
/** Patterns offered while the reader types. */
const OFFERED = 50;

class ComparePatterns extends HTMLElement {
	#lines: Promise<readonly BrowseLine[]> | undefined;
	#titles: Promise<Titles> | undefined;
	/** Patterns that were fetched, by id; undefined where the site has none. */
	readonly #known = new Map<string, ComparedPattern | undefined>();
	#turn = 0;

	connectedCallback() {
		const form = part<HTMLFormElement>(this, 'form');
		const field = part<HTMLInputElement>(this, '#add');
		const only = part<HTMLInputElement>(this, '[name=only]');
		if (isTyped(only)) this.#keep(this.#ids, 'replaceState');
		else only.checked = new URLSearchParams(location.search).has('only');
		only.addEventListener('change', () => this.#go(this.#ids, 'replaceState'));
		field.addEventListener('focus', () => void this.#offer(field.value), { once: true });
		field.addEventListener('input', () => void this.#offer(field.value));
		if (isTyped(field) || document.activeElement === field) void this.#offer(field.value);
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#add(field);
		});
		this.addEventListener('click', (event) => {
			const link = event.target instanceof Element && event.target.closest('a[data-remove]');
			if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			const id = link.getAttribute('data-remove');
			this.#go(this.#ids.filter((one) => one !== id));
			field.focus();
		});
		addEventListener('popstate', () => void this.#show());
		void this.#show();
	}

	get #ids(): string[] {
		return idsFrom(location.search).ids;
	}

	#go(ids: readonly string[], how: 'pushState' | 'replaceState' = 'pushState') {
		this.#keep(ids, how);
		void this.#show();
	}

	#keep(ids: readonly string[], how: 'pushState' | 'replaceState') {
		const path = href(comparePath(ids));
		const only = part<HTMLInputElement>(this, '[name=only]').checked;
		const more = only ? `${path.includes('?') ? '&' : '?'}only=differences` : '';
		history[how](null, '', path + more);
	}

	#all(): Promise<readonly BrowseLine[]> {
		this.#lines ??= get(this.dataset.index ?? '')
			.then((answer) => answer.text())
			.then((text) => unpackIndex(text).lines);
		return this.#lines;
	}

	/** Fills the list of the field with patterns whose title or other names have the words. */
	async #offer(typed: string) {
		const words = typed.trim().toLowerCase();
		const chosen = new Set(this.#ids);
		const lines = await this.#all().catch(() => []);
		const fits = lines.filter(
			({ id, title, aliases }) =>
				!chosen.has(id) && `${title} ${aliases}`.toLowerCase().includes(words),
		);
		part(this, 'datalist').replaceChildren(
			...fits.slice(0, OFFERED).map(({ title }) => elementWith('option', { value: title })),
		);
	}

	async #add(field: HTMLInputElement) {
		const typed = field.value.trim();
		const wanted = typed.toLowerCase();
		const lines = await this.#all().catch(() => undefined);
		const found = lines?.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted);
		const ids = this.#ids;
		if (!lines) return this.#refuse('The list of patterns did not load. Try again.');
		if (!typed) return this.#refuse('Enter the name of a pattern.');
		if (!found) {
			return this.#refuse(`There is no pattern called “${typed}”. Choose one from the list.`);
		}
		if (ids.includes(found.id)) return this.#refuse(`${found.title} is already in the table.`);
		if (ids.length >= MOST) {
			return this.#refuse(`You can compare ${MOST} patterns. Remove one first.`);
		}
		this.#refuse('');
		field.value = '';
		this.#go([...ids, found.id]);
	}

	/** Says what is wrong with the field; nothing when the text is empty. */
	#refuse(text: string) {
		const box = part(this, '[data-error]');
		part(box, 'span').textContent = text;
		box.hidden = text === '';
		const field = part<HTMLInputElement>(this, '#add');
		if (text) field.setAttribute('aria-invalid', 'true');
		else field.removeAttribute('aria-invalid');
		if (text) field.focus();
		if (text) announce(text);
	}

	async #show() {
		this.#turn += 1;
		const turn = this.#turn;
		const { ids, unknown } = idsFrom(location.search);
		try {
			const [titles, ...fetched] = await Promise.all([
				ids.length > 0 ? this.#named() : new Map(),
				...ids.map((id) => this.#pattern(id)),
			]);
			if (turn !== this.#turn) return;
			const patterns = fetched.filter((one) => one !== undefined);
			const missing = [...unknown, ...ids.filter((_, at) => !fetched[at])];
			if (missing.length > 0) {
				this.#refuse(`There is no pattern called ${missing.map((id) => `“${id}”`).join(' or ')}.`);
			}
			const comparison = compare(patterns, titles);
			const lead = leadWords(patterns.length, comparison);
			part(this, '[data-lead]').replaceChildren(...lead);
			part(this, '[data-table]').replaceChildren(
				...(patterns.length > 0 ? [tableOf(patterns, comparison)] : []),
			);
			if (patterns.length > 1) announce(part(this, '[data-lead]').textContent ?? '');
		} catch (error) {
			this.#titles = undefined;
			if (turn === this.#turn) this.#refuse(`The patterns did not load. ${String(error)}`);
		}
	}

	#named(): Promise<Titles> {
		this.#titles ??= Promise.all(
			NAMED.map(async (name) => {
				const { entries }: ListDocument = await (await get(this.#api(name))).json();
				return [name, new Map(entries.map(({ id, title }) => [id, title]))] as const;
			}),
		).then((pairs) => new Map(pairs));
		return this.#titles;
	}

	#api(name: string): string {
		return (this.dataset.api ?? '').replace('{name}', name);
	}

	/** A pattern by its id; undefined where the site has none of that name. */
	async #pattern(id: string): Promise<ComparedPattern | undefined> {
		if (this.#known.has(id)) return this.#known.get(id);
		const answer = await fetch(this.#api(`patterns/${id}`));
		if (!answer.ok && answer.status !== 404) throw new Error(`${id}: ${answer.status}`);
		const pattern: ComparedPattern | undefined = answer.ok ? await answer.json() : undefined;
		this.#known.set(id, pattern);
		return pattern;
	}
}

function leadWords(patterns: number, { points, different }: Comparison): Node[] {
	if (patterns === 0) return [document.createTextNode(NONE_CHOSEN)];
	if (patterns === 1) return [document.createTextNode('Add another pattern to compare it with.')];
	return [
		document.createTextNode(
			`${countOf(patterns, 'pattern')} on ${countOf(points, 'point')}, of which ${different} differ. `,
		),
		element('mark', '', 'Highlighted'),
		document.createTextNode(' means that only one pattern has it. A dot marks a row that differs.'),
	];
}

function tableOf(patterns: readonly ComparedPattern[], { groups }: Comparison): HTMLElement {
	const table = elementWith(
		'table',
		{ class: 'tbl cmp-t' },
		element('caption', 'vh', 'Comparison of patterns'),
		element('thead', '', element('tr', '', element('td', ''), ...patterns.map(headOf(patterns)))),
		...groups.map(({ title, rows }) =>
			element(
				'tbody',
				'grp',
				element(
					'tr',
					'',
					elementWith('th', { scope: 'rowgroup', colspan: String(patterns.length + 1) }, title),
				),
				...rows.map(rowNode),
			),
		),
	);
	return elementWith(
		'div',
		{ class: 'scroll', role: 'region', 'aria-label': 'Comparison of patterns', tabindex: '0' },
		table,
	);
}

const headOf = (patterns: readonly ComparedPattern[]) => (pattern: ComparedPattern) => {
	const { id, state } = pattern;
	const { title, summary } = pattern.data;
	const rest = patterns.filter((one) => one !== pattern).map((one) => one.id);
	return elementWith(
		'th',
		{ scope: 'col' },
		elementWith('a', { href: href(`/patterns/${id}/`), class: 'text-18' }, title),
		element('span', 'sub', summary),
		// The state of an entry, as the site writes it.
		...(state ? wordNodes({ kind: 'state', state: state.name as 'draft' }) : []),
		elementWith(
			'a',
			{
				href: href(comparePath(rest)),
				class: 'iconbtn noprint',
				'data-remove': id,
				'aria-label': `Remove ${title}`,
			},
			icon('close'),
		),
	);
};

const DIFFERS = { no: '', one: ' (one differs)', yes: ' (they differ)' };

function rowNode({ label, differs, cells }: ComparedRow): HTMLElement {
	const head = elementWith('th', { scope: 'row' }, ...wordNodes(label));
	if (differs !== 'no') head.append(element('span', 'vh', DIFFERS[differs]));
	return element(
		'tr',
		differs === 'no' ? 'same' : 'differs',
		head,
		...cells.map((values) => {
			const made = values.map(({ words, only }) =>
				only ? element('mark', '', ...wordNodes(words)) : element('span', '', ...wordNodes(words)),
			);
			if (made.length === 0) return element('td', 'faint', 'None');
			if (made.length === 1) return element('td', '', ...made);
			return element('td', '', element('ul', '', ...made.map((one) => element('li', '', one))));
		}),
	);
}

customElements.define('compare-patterns', ComparePatterns);
