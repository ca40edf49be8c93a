/** Words of a page as plain text, for files that hold no markup, such as calendars. */
import { isMany, type Words } from './blocks.ts';

/**
 * @example
 * plainWords(['Sign ', link('Case triage', '/patterns/case-triage/')]) // => 'Sign Case triage'
 */
export function plainWords(words: Words): string {
	if (words === undefined || words === false) return '';
	if (typeof words === 'string') return words;
	if (isMany(words)) return words.map(plainWords).join('');
	if ('words' in words) return plainWords(words.words);
	if ('items' in words) return words.items.map(plainWords).join('; ');
	return 'text' in words ? words.text : '';
}
