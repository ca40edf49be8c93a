/** A slash, Ctrl+K or the search box opens search; everything behind it loads only then. */
import { elementWith as make } from './element.ts';
import { icon } from './icon.ts';

const box = document.querySelector<HTMLInputElement>('#q-top');
let dialog: HTMLDialogElement | undefined;

function open(text: string) {
	dialog ??= addDialog();
	const input = dialog.querySelector('input');
	if (!input || dialog.open) return;
	input.value = text;
	dialog.showModal();
	input.focus();
	// What is typed meanwhile stays in the field; the script reads it when it arrives.
	import('./search-dialog.ts').then(({ refresh }) => refresh()).catch(() => input.form?.submit());
}

/** A field and two buttons; what answers it comes with the script behind it. */
function addDialog(): HTMLDialogElement {
	const name = 'Search the catalogue';
	const made = make(
		'dialog',
		{ class: 'finder', 'aria-label': name, closedby: 'any' },
		make(
			'form',
			{ class: 'finder-bar', action: box?.form?.action ?? '' },
			make(
				'button',
				{ class: 'iconbtn', type: 'submit', 'aria-label': 'Show all results' },
				icon('search'),
			),
			make('input', {
				name: 'q',
				role: 'combobox',
				'aria-label': name,
				'aria-autocomplete': 'list',
				'aria-expanded': 'false',
				'aria-controls': 'finder-list',
				autocomplete: 'off',
				autocapitalize: 'none',
				spellcheck: 'false',
				enterkeyhint: 'search',
				placeholder: 'Pattern, control, risk, alias or framework item',
			}),
			make(
				'button',
				{ class: 'iconbtn', 'data-close': '', 'aria-label': 'Close search' },
				icon('close'),
			),
		),
	);
	document.querySelector('site-search')?.append(made);
	return made;
}

addEventListener('keydown', (event) => {
	const { key, ctrlKey, metaKey, altKey, target } = event;
	const slash = key === '/' && !ctrlKey && !metaKey && !altKey;
	const k = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
	if (!(slash || k) || event.defaultPrevented || isField(target)) return;
	event.preventDefault();
	// The search page is search already: its own field is the one to go to.
	const own = document.querySelector<HTMLInputElement>('[data-search-page] input[name="q"]');
	if (own) own.select();
	else open('');
});

function isField(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target.matches('input, textarea, select');
}

// The box itself keeps working as a form when this script does not run.
for (const type of ['click', 'input']) {
	box?.addEventListener(type, () => {
		open(box.value);
		box.value = '';
	});
}
