/**
 * "Does it fit my data?" opens the form of the copy page in place: fetched when it is first opened,
 * so that a reader who does not ask pays nothing. Without it, the link to that page stays.
 */
import sheet from '../styles/sheets/form.css?url';
import { loadSheet } from './element.ts';

const fold = document.querySelector<HTMLDetailsElement>('.fitq');

async function show(place: Element, address: string): Promise<void> {
	const link = place.querySelector(`a[href^="${address}"]`);
	if (!link) return;
	const response = await fetch(address);
	if (!response.ok) return;
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	const form = page.querySelector('copy-form');
	if (!form) return;
	await Promise.all([import('./copy-form.ts'), loadSheet(sheet)]);
	link.closest('p')?.replaceWith(document.importNode(form, true));
}

function opened() {
	const body = fold?.querySelector('.body');
	// The link stays where the network does not answer.
	if (fold?.open && body) show(body, fold.dataset.form ?? '').catch(() => undefined);
}

fold?.addEventListener('toggle', opened);
// Opened before this script had arrived.
opened();
