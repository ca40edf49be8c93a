/** Text as markup: for the few places that must hand on a string of HTML. */

/**
 * Escapes text so that it reads as itself between tags.
 *
 * @example
 * escapeHtml('a < b') // => 'a &lt; b'
 */
export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
