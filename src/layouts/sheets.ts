/** The sheet of styles that a kind of page loads beside the common one. */
import form from '../styles/sheets/form.css?url';
import govern from '../styles/sheets/govern.css?url';
import home from '../styles/sheets/home.css?url';
import list from '../styles/sheets/list.css?url';
import pattern from '../styles/sheets/pattern.css?url';
import search from '../styles/sheets/search.css?url';

const sheets = new Map([
	['home', home],
	['pattern', pattern],
	['search', search],
	['gv', govern],
	['all', form],
	['changes', form],
	['choose', form],
	['compare', form],
	['contribute', form],
	['copy', form],
	['empty', form],
	['glossary', form],
	['gone', form],
	['practice', form],
	['prompt', form],
	['reference', form],
]);

/** Of the words of a kind the first counts. Lists, and entries made of blocks alone, are not named. */
export const sheetOf = (kind = ''): string => sheets.get(kind.split(' ', 1)[0] ?? '') ?? list;
