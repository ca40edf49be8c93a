/** Adds the buttons that copy: beside a section's heading its address, beside a command the command. */
import { elementWith } from './element.ts';
import { icon } from './icon.ts';

for (const heading of document.querySelectorAll('.sec-line > :is(h2, h3)[id]')) {
	const name = heading.textContent;
	const label = `Copy link to ${name}`;
	const button = elementWith(
		'button',
		{ class: 'copylink', 'data-copy-link': heading.id, 'aria-label': label },
		icon('link'),
	);
	// A space that does not break keeps the button beside the last word.
	heading.parentElement?.append('\u00A0', button);
}

for (const command of document.querySelectorAll('.cmd')) {
	const label = `Copy: ${command.querySelector('pre')?.ariaLabel ?? ''}`;
	command.append(elementWith('button', { 'data-copy': '', 'aria-label': label }, icon('copy')));
}
