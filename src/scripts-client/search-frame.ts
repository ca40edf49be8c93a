/** What stands in the search dialog below its field: made when search is first opened. */
import { href } from '#site/urls.ts';
import sheet from '../styles/sheets/search.css?url';
import { element, elementWith, loadSheet, must } from './element.ts';

export const dialog = must<HTMLDialogElement>(document, 'dialog.finder');
export const input = must<HTMLInputElement>(dialog, 'input');
/** A button for each type of entry. */
export const types = elementWith('div', {
	class: 'finder-types',
	role: 'group',
	'aria-label': 'Show only',
	hidden: '',
});
/** Stands in place of results. */
export const message = elementWith('div', { class: 'finder-message', hidden: '' });
export const list = elementWith('div', {
	class: 'finder-list',
	id: 'finder-list',
	role: 'listbox',
	'aria-label': 'Results',
	hidden: '',
});
/** Leads to the page with all results. */
export const all = elementWith('a', { href: href('/search/') }, 'Search page');
/** Says to screen readers what the list shows. */
export const status = elementWith('p', { class: 'vh', role: 'status' });
// Only the search page has the sheet of what follows from the start.
await loadSheet(sheet);
dialog.append(types, message, list, element('p', 'finder-foot', keys(), all), status);

/** What the keys do, for those who see them. */
function keys(): HTMLElement {
	const key = (name: string) => element('kbd', '', name);
	const words = [
		key('↑'),
		' ',
		key('↓'),
		' choose, ',
		key('Enter'),
		' open, ',
		key('Esc'),
		' close',
	];
	return elementWith('span', { 'aria-hidden': 'true' }, ...words);
}
