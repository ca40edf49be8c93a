/**
 * Shows the meaning of a term beside it, for as long as the pointer is on either or the term has the
 * focus. Escape closes it (WCAG 2.2, 1.4.13).
 */
import { element, elementWith } from './element.ts';
import { termAt } from './term-at.ts';

/** A pointer that only passes by opens nothing, and one on its way to the meaning closes nothing. */
const WAIT = { open: 120, close: 250 } as const;
const GAP = 4;
const EDGE = 8;

const box = elementWith('div', {
	id: 'term-box',
	class: 'termbox',
	role: 'tooltip',
	popover: 'manual',
});
// Inside a landmark, where those who move by landmarks find it.
(document.querySelector('main') ?? document.body).append(box);

let shown: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let meanings: Promise<Map<string, Meaning>> | undefined;

interface Meaning {
	term: string;
	definition: string;
}

/** Shows the meaning of the term that a link is for, once the pointer has rested on it. */
export function show(link: HTMLAnchorElement): void {
	clearTimeout(timer);
	if (link !== shown) timer = setTimeout(() => void open(link), WAIT.open);
}

const isHeld = (link: HTMLAnchorElement) => link.matches(':hover, :focus-visible');

async function open(link: HTMLAnchorElement): Promise<void> {
	const meaning = (await known(link).catch(() => undefined))?.get(link.hash.slice(1));
	if (!meaning || !isHeld(link)) return;
	close();
	shown = link;
	box.replaceChildren(element('b', '', meaning.term), meaning.definition);
	link.setAttribute('aria-describedby', box.id);
	box.showPopover();
	place(link);
}

/** Every meaning, fetched once; a failure is not kept, so that the next term asks again. */
function known(link: HTMLAnchorElement): Promise<Map<string, Meaning>> {
	meanings ??= fetch(new URL('../api/v1/glossary.json', link.href))
		.then((answer) => answer.json())
		.then(
			({ terms }: { terms: (Meaning & { id: string })[] }) =>
				new Map(terms.map((term) => [term.id, term])),
		);
	meanings.catch(() => {
		meanings = undefined;
	});
	return meanings;
}

/** Under the first line of the term, or above it where there is no room; within the window. */
function place(link: HTMLAnchorElement): void {
	const line = link.getClientRects()[0] ?? link.getBoundingClientRect();
	const { width, height } = box.getBoundingClientRect();
	const below = line.bottom + GAP;
	const top = below + height > innerHeight && line.top > height ? line.top - GAP - height : below;
	const most = document.documentElement.clientWidth - EDGE - width;
	box.style.top = `${top + scrollY}px`;
	box.style.left = `${Math.max(EDGE, Math.min(line.left, most)) + scrollX}px`;
}

function close(): void {
	clearTimeout(timer);
	shown?.removeAttribute('aria-describedby');
	shown = undefined;
	if (box.matches(':popover-open')) box.hidePopover();
}

/** Closes it soon, unless it is wanted again by then. */
function leave(): void {
	clearTimeout(timer);
	timer = setTimeout(() => {
		if (shown && !isHeld(shown) && !box.matches(':hover')) close();
	}, WAIT.close);
}

addEventListener('pointerout', ({ target }) => {
	if (termAt(target) || (target instanceof Node && box.contains(target))) leave();
});
addEventListener('focusout', ({ target }) => {
	if (termAt(target)) leave();
});
addEventListener('keydown', ({ key }) => {
	if (key === 'Escape') close();
});
