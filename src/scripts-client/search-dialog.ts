/** The search dialog: results as one types, chosen by keyboard or pointer. */
import { mainLinks } from '#components/chrome/navigation.ts';
import { href } from '#site/urls.ts';
import { element, elementWith } from './element.ts';
import { type Answer, ask, type Hit } from './search-engine.ts';
import { all, dialog, input, list, message, one, status, types } from './search-frame.ts';
import {
	capital,
	countText,
	excerptNodes,
	factNodes,
	fromMatch,
	textNodes,
} from './search-rows.ts';

const PAUSE = 110;
/** A wait beyond this is explained. */
const SLOW = 300;
const SHOWN = 8;

let chips: HTMLButtonElement[] = [];

let run = 0;
let timer = 0;
/** The query whose results are on the screen. */
let answered = '';
/** Whether the reader has moved through the list since it was filled. */
let moved = false;

const query = () => input.value.trim();
const chosenType = () => chips.find((chip) => chip.ariaPressed === 'true')?.dataset.type;

/** Searches for what the field holds now. */
export function refresh(): void {
	clearTimeout(timer);
	timer = window.setTimeout(search, query() ? PAUSE : 0);
}

async function search(): Promise<void> {
	run += 1;
	const own = run;
	const text = query();
	const type = chosenType();
	all.href = href(`/search/${addressOf(text, type)}`);
	const slow = setTimeout(() => own === run && say('Loading the search index.'), SLOW);
	try {
		// The index is loaded while the reader still thinks what to type.
		const answer = await ask(text, type ? { type: [type] } : {});
		const hits = text ? await answer.hits(0, SHOWN) : [];
		if (own === run) show(text, answer, hits);
	} catch {
		if (own === run) fail();
	} finally {
		clearTimeout(slow);
	}
}

function addressOf(text: string, type: string | undefined): string {
	const parameters = new URLSearchParams(text ? { q: text } : {});
	if (type) parameters.set('type', type);
	return parameters.size > 0 ? `?${parameters}` : '';
}

function show(text: string, answer: Answer, hits: readonly Hit[]): void {
	const { total, allCounts, spelling } = answer;
	answered = text;
	moved = false;
	const { meant } = spelling;
	const rows = total === 0 && meant && text ? [meantRow(meant)] : hits.map(group);
	list.replaceChildren(...rows);
	for (const [index, option] of options().entries()) option.id = `finder-${index}`;
	list.hidden = rows.length === 0;
	list.scrollTop = 0;
	input.ariaExpanded = String(rows.length > 0);
	choose(rows.length > 0 ? 0 : undefined);
	if (chips.length === 0) addChips(answer.types);
	showTypes(text ? (allCounts.type ?? {}) : {});
	const none = text !== '' && total === 0;
	say(none ? noneText(text, spelling.unknown) : '');
	status.textContent = none
		? `${noneText(text, spelling.unknown)} ${meant ? `Did you mean ${meant}?` : ''}`
		: text && countText(total);
	all.textContent = total > 0 && text ? `All ${countText(total)}` : 'Search page';
	if (total === 1) all.textContent = 'Search page';
}

function noneText(text: string, unknown: readonly string[]): string {
	const words = (unknown.length > 0 ? unknown : [text]).map((word) => `"${word}"`).join(' or ');
	if (unknown.length > 0) return `No entry has the word ${words}.`;
	return `Nothing found for ${words}${chosenType() ? ' of this type' : ''}.`;
}

function say(...content: (Node | string)[]): void {
	message.hidden = content.every((part) => part === '');
	message.replaceChildren(...content);
}

/** One entry: its title, and the sections of its page that match. */
function group(hit: Hit): HTMLElement {
	const made = element('div', 'finder-hit');
	made.role = 'group';
	made.ariaLabel = hit.title;
	made.append(
		option(hit.url, [
			element('span', 'hit-title', hit.title),
			element('span', 'hit-facts', ...factNodes(hit)),
			element('span', 'hit-text', ...textNodes(hit)),
		]),
		...hit.sections.map(({ url, title, excerpt }) =>
			option(url, [
				element('span', 'hit-section', title),
				element('span', 'hit-text', ...excerptNodes(fromMatch(excerpt))),
			]),
		),
	);
	return made;
}

function meantRow(meant: string): HTMLElement {
	const made = option(href(`/search/${addressOf(meant, undefined)}`), [
		element('span', 'hit-title', 'Did you mean ', element('mark', '', meant), '?'),
	]);
	made.dataset.meant = meant;
	return made;
}

/** A link with the role of an option opens in a new tab as links do. */
function option(url: string, content: readonly Node[]): HTMLAnchorElement {
	const made = element('a', 'finder-option', ...content.flatMap((part) => [part, ' ']));
	made.href = url;
	made.role = 'option';
	made.tabIndex = -1;
	return made;
}

const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
const chosen = () => list.querySelector<HTMLAnchorElement>('[aria-selected="true"]');

function choose(index: number | undefined): void {
	for (const [place, row] of options().entries()) row.ariaSelected = String(place === index);
	const row = chosen();
	if (row) input.setAttribute('aria-activedescendant', row.id);
	else input.removeAttribute('aria-activedescendant');
	if (moved) row?.scrollIntoView({ block: 'nearest' });
}

/** A button for each type; which types there are comes with the index. */
function addChips(known: Answer['types']): void {
	chips = known.map(([type, plural]) =>
		elementWith(
			'button',
			{ 'aria-pressed': 'false', 'data-type': type },
			`${capital(plural)} `,
			element('span', 'n'),
		),
	);
	types.append(...chips);
}

function showTypes(counts: Record<string, number>): void {
	const pressed = chosenType();
	for (const chip of chips) {
		const type = chip.dataset.type ?? '';
		chip.hidden = !counts[type] && type !== pressed;
		one(chip, '.n').textContent = String(counts[type] ?? 0);
	}
	types.hidden = chips.every((chip) => chip.hidden);
}

function fail(): void {
	list.replaceChildren();
	list.hidden = true;
	types.hidden = true;
	input.ariaExpanded = 'false';
	choose(undefined);
	const text =
		'The search index could not be loaded. Type again to try once more, or look through a list:';
	const links = element('ul', 'finder-links');
	for (const { label, path } of mainLinks) {
		const link = element('a', '', label);
		link.href = href(path);
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
		const at = rows.findIndex((row) => row.ariaSelected === 'true');
		moved = true;
		choose(move(at, rows.length - 1));
	}
	if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') moved = false;
	if (event.key === 'Enter') enter(event);
});

function enter(event: KeyboardEvent): void {
	const row = chosen();
	// Enter before the results are there goes to the search page, which waits for them.
	if (!row || answered !== query()) return;
	event.preventDefault();
	const { ctrlKey, metaKey, shiftKey } = event;
	row.dispatchEvent(
		new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
	);
}

input.addEventListener('input', refresh);

list.addEventListener('click', (event) => {
	const row =
		event.target instanceof Element && event.target.closest<HTMLElement>('[role="option"]');
	if (!row) return;
	const { meant } = row.dataset;
	if (meant === undefined) {
		// A link into this same page moves the page behind the dialog.
		if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
		return;
	}
	event.preventDefault();
	input.value = meant;
	input.focus();
	refresh();
});

types.addEventListener('click', ({ target }) => {
	const chip = target instanceof Element && target.closest<HTMLButtonElement>('button');
	if (!chip) return;
	const press = chip.ariaPressed !== 'true';
	for (const other of chips) other.ariaPressed = String(other === chip && press);
	void search();
});

one(dialog, '[data-close]').addEventListener('click', () => dialog.close());
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
