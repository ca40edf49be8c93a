/** Copy buttons: `data-copy` copies text near or named, `data-copy-link` the address of a heading or of the page. */
import { announce } from './announce.ts';

const SHOWN_FOR = 1600;

addEventListener('click', async (event) => {
	if (!(event.target instanceof Element)) return;
	const button = event.target.closest<HTMLElement>('[data-copy], [data-copy-link]');
	if (!button || 'done' in button.dataset) return;
	try {
		await navigator.clipboard.writeText(textFor(button));
	} catch {
		// No permission, or a page served without https: say so instead of doing nothing.
		announce('Copying is blocked here. Select the text and copy it.');
		return;
	}
	showCopied(button);
	announce('Copied');
});

function textFor(button: HTMLElement): string {
	const { copy, copyLink } = button.dataset;
	if (copyLink === '') return location.href;
	if (copyLink !== undefined) return new URL(`#${copyLink}`, location.href).href;
	const source = copy
		? document.querySelector(copy)
		: button.closest('.cmd, .code')?.querySelector('pre');
	return source?.textContent ?? '';
}

/** The button's own name says "Copied" for a moment: by its label, or by its text when it has one. */
function showCopied(button: HTMLElement) {
	const text = [...button.childNodes].find(
		(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
	);
	const icon = button.querySelector('use');
	const before = {
		label: button.getAttribute('aria-label'),
		text: text?.textContent ?? null,
		icon: icon?.getAttribute('href'),
	};
	if (text) text.textContent = 'Copied';
	else button.setAttribute('aria-label', 'Copied');
	if (before.icon) icon?.setAttribute('href', before.icon.replace(/#.*/, '#tick'));
	button.dataset.done = '';
	setTimeout(() => {
		if (text) text.textContent = before.text;
		else if (before.label) button.setAttribute('aria-label', before.label);
		if (before.icon) icon?.setAttribute('href', before.icon);
		delete button.dataset.done;
	}, SHOWN_FOR);
}
