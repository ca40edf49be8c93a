/** Adds the buttons that copy: beside a section's heading its address, beside a command the command. */
import { elementWith } from './element.ts';
import { icon } from './icon.ts';

for (const section of document.querySelectorAll('.part, .sec')) {
	const heading = section.querySelector('h2, h3');
	if (!heading?.id) continue;
	// The number in front of a title is no part of its name.
	const name = heading.lastChild?.textContent ?? '';
	const label = `Copy link to ${name}`;
	const button = elementWith(
		'button',
		{ class: 'copylink', 'data-copy-link': heading.id, 'aria-label': label },
		icon('link'),
	);
	// Last in its line: after the purpose of a part.
	heading.parentElement?.append(button);
}

for (const command of document.querySelectorAll('.cmd')) {
	const label = `Copy: ${command.querySelector('pre')?.ariaLabel ?? ''}`;
	command.append(elementWith('button', { 'data-copy': '', 'aria-label': label }, icon('copy')));
}
