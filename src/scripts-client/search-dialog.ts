/** The search dialog: results as you type, chosen by keyboard or pointer. */
import { href } from '#site/urls.ts';
import { element, elementWith, must } from './element.ts';
import { finder, type Result, type Results } from './search-engine.ts';
import { all, dialog, input, list, message, status, types } from './search-frame.ts';
import { capital, countText, factNodes, summaryNodes, whyNodes } from './search-rows.ts';

const PAUSE = 110;
/** A wait beyond this is explained. */
const SLOW = 300;
const SHOWN = 8;

// Loaded while the reader still thinks what to type; the question itself tells of a failure.
finder.warm().catch(() => undefined);

let chips: HTMLButtonElement[] = [];

let run = 0;
let timer = 0;
/** The question whose results are on the screen. */
let answered = '';
/** Whether the reader has moved through the list since it was filled. */
let moved = false;

const query = () => input.value.trim();
const chosenKind = () => chips.find((chip) => chip.ariaPressed === 'true')?.dataset.kind;

/** Searches for what the field has now. */
export function refresh(): void {
	clearTimeout(timer);
	timer = window.setTimeout(search, query() ? PAUSE : 0);
}

async function search(): Promise<void> {
	run += 1;
	const own = run;
	const text = query();
	const kind = chosenKind();
	all.href = href(`/search/${addressOf(text, kind)}`);
	const slow = setTimeout(() => own === run && say('Loading the search index.'), SLOW);
	try {
		const results = await finder.ask(text);
		const { kinds } = await finder.about();
		const shown = kindOnly(results, kind);
		const found = shown.found.length > 0 ? shown.found : shown.near;
		const cards = await results.cards(found.slice(0, SHOWN));
		if (own === run) show(text, results, { shown, kinds, cards, kind });
	} catch {
		if (own === run) fail();
	} finally {
		clearTimeout(slow);
	}
}

function kindOnly({ found, near }: Results, kind: string | undefined) {
	if (!kind) return { found, near };
	const of = (pages: Results['found']) => pages.filter((page) => page.kind === kind);
	return { found: of(found), near: of(near) };
}

function addressOf(text: string, kind: string | undefined): string {
	const parameters = new URLSearchParams(text ? { q: text } : {});
	if (kind) parameters.set('type', kind);
	return parameters.size > 0 ? `?${parameters}` : '';
}

interface Shown {
	shown: Pick<Results, 'found' | 'near'>;
	kinds: readonly (readonly [name: string, plural: string])[];
	cards: readonly Result[];
	kind: string | undefined;
}

function show(text: string, results: Results, { shown, kinds, cards, kind }: Shown): void {
	answered = text;
	moved = false;
	const rows = cards.map((card) => row(card, results));
	list.replaceChildren(...rows);
	for (const [index, option] of options().entries()) option.id = `finder-${index}`;
	list.hidden = rows.length === 0;
	list.scrollTop = 0;
	input.ariaExpanded = String(rows.length > 0);
	choose(rows.length > 0 ? 0 : undefined);
	if (chips.length === 0) addChips(kinds);
	showKinds(text ? [...results.found, ...results.near] : []);
	const total = shown.found.length;
	const said = total === 0 && text ? noneText(text, rows.length, kind) : '';
	say(said);
	status.textContent = said || (text && countText(total));
	all.textContent = total > 1 ? `All ${countText(total)}` : 'Search page';
}

function noneText(text: string, near: number, kind: string | undefined): string {
	const of = kind ? ` of this kind` : '';
	if (near > 0) return `No page${of} answers “${text}”. These are the closest.`;
	return `Nothing found for “${text}”${of}. Try the words a colleague would use.`;
}

function say(...content: (Node | string)[]): void {
	message.hidden = content.every((part) => part === '');
	message.replaceChildren(...content);
}

/** A link with the role of an option opens in a new tab as links do. */
function row(card: Result, results: Results): HTMLAnchorElement {
	const why = whyNodes(card);
	const made = element(
		'a',
		'finder-option',
		element('span', 'hit-title', card.title),
		' ',
		element('span', 'hit-facts', ...factNodes(card)),
		' ',
		element('span', 'hit-text', ...summaryNodes(card, results)),
		...(why.length > 0 ? [' ', element('span', 'hit-why', ...why)] : []),
	);
	made.href = href(card.path);
	made.role = 'option';
	made.tabIndex = -1;
	return made;
}

const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
const chosen = () => list.querySelector<HTMLAnchorElement>('[aria-selected="true"]');

function choose(index: number | undefined): void {
	for (const [place, option] of options().entries()) {
		option.ariaSelected = String(place === index);
	}
	const option = chosen();
	if (option) input.setAttribute('aria-activedescendant', option.id);
	else input.removeAttribute('aria-activedescendant');
	if (moved) option?.scrollIntoView({ block: 'nearest' });
}

/** A button for each kind; which kinds there are comes with the index. */
function addChips(kinds: Shown['kinds']): void {
	chips = kinds.map(([kind, plural]) =>
		elementWith(
			'button',
			{ 'aria-pressed': 'false', 'data-kind': kind },
			`${capital(plural)} `,
			element('span', 'n'),
		),
	);
	types.append(...chips);
}

function showKinds(pages: readonly { kind: string }[]): void {
	const pressed = chosenKind();
	for (const chip of chips) {
		const count = pages.filter(({ kind }) => kind === chip.dataset.kind).length;
		chip.hidden = count === 0 && chip.dataset.kind !== pressed;
		must(chip, '.n').textContent = String(count);
	}
	types.hidden = chips.every((chip) => chip.hidden);
}

function fail(): void {
	list.replaceChildren();
	list.hidden = true;
	types.hidden = true;
	input.ariaExpanded = 'false';
	choose(undefined);
	const text = 'The search index did not load. Type again to retry, or use a list:';
	const links = element('ul', 'cluster');
	// The menu of the page has them, under the address the site has.
	for (const { href, textContent } of document.querySelectorAll<HTMLAnchorElement>('#menu a')) {
		const link = element('a', '', textContent ?? '');
		link.href = href;
		links.append(element('li', '', link));
	}
	say(element('p', '', text), links);
	status.textContent = text;
}

const MOVES = new Map<string, (at: number, last: number) => number>([
	['ArrowDown', (at, last) => (at >= last ? 0 : at + 1)],
	['ArrowUp', (at, last) => (at <= 0 ? last : at - 1)],
	['Home', () => 0],
	['End', (_at, last) => last],
]);

input.addEventListener('keydown', (event) => {
	if (event.isComposing) return;
	const move = MOVES.get(event.key);
	const rows = options();
	// Home and End belong to the text until the reader has gone into the list.
	if (move && rows.length > 0 && (moved || event.key.startsWith('Arrow'))) {
		event.preventDefault();
		const at = rows.findIndex((option) => option.ariaSelected === 'true');
		moved = true;
		choose(move(at, rows.length - 1));
	}
	if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') moved = false;
	if (event.key === 'Enter') enter(event);
});

function enter(event: KeyboardEvent): void {
	const option = chosen();
	// Enter before the results are there goes to the search page, which waits for them.
	if (!option || answered !== query()) return;
	event.preventDefault();
	const { ctrlKey, metaKey, shiftKey } = event;
	option.dispatchEvent(
		new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
	);
}

input.addEventListener('input', refresh);

list.addEventListener('click', (event) => {
	const option =
		event.target instanceof Element && event.target.closest<HTMLElement>('[role="option"]');
	// A link into this same page moves the page behind the dialog.
	if (option && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
});

types.addEventListener('click', ({ target }) => {
	const chip = target instanceof Element && target.closest<HTMLButtonElement>('button');
	if (!chip) return;
	const press = chip.ariaPressed !== 'true';
	for (const other of chips) other.ariaPressed = String(other === chip && press);
	void search();
});

must(dialog, '[data-close]').addEventListener('click', () => dialog.close());
// Browsers without closedby: the dialog itself is hit only beside its content.
dialog.addEventListener('click', ({ target }) => {
	if (target === dialog) dialog.close();
});
dialog.addEventListener('keydown', (event) => {
	if (event.key !== 'Escape') return;
	event.preventDefault();
	dialog.close();
});
dialog.addEventListener('close', () => {
	clearTimeout(timer);
	run += 1;
	// The next search starts over, or a forgotten filter would hide what it finds.
	for (const chip of chips) chip.ariaPressed = 'false';
});
