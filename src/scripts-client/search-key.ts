/** A slash, Ctrl+K or the search box opens search; everything behind it loads only then. */
const dialog = document.querySelector<HTMLDialogElement>('dialog.finder');
const input = dialog?.querySelector('input');
const box = document.querySelector<HTMLInputElement>('.topsearch input');

function open(text: string) {
	if (!dialog || !input || dialog.open) return;
	input.value = text;
	dialog.showModal();
	input.focus();
	// What is typed meanwhile stays in the field; the script reads it when it arrives.
	import('./search-dialog.ts').then(({ refresh }) => refresh()).catch(() => input.form?.submit());
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
