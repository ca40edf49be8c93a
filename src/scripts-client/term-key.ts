/**
 * The meaning of a term where it is used. Without this script a term is a link to the glossary; on a
 * touch screen it stays one, as there is nothing to hover with. What shows it loads on first use.
 */
import { termAt } from './term-at.ts';

const ask = (target: EventTarget | null) => {
	const link = termAt(target);
	if (link) void import('./terms.ts').then(({ show }) => show(link)).catch(() => {});
};

addEventListener('pointerover', ({ target, pointerType }) => {
	if (pointerType !== 'touch') ask(target);
});
addEventListener('focusin', ({ target }) => {
	// A tap or a click gives the focus as well, and follows the link.
	if (target instanceof Element && target.matches(':focus-visible')) ask(target);
});
