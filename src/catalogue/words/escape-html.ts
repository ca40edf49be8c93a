/** Text as markup: for the few places that must hand on a string of HTML. */

/**
 * Escapes text so that it reads as itself between tags.
 *
 * @example
 * escapeHtml('a < b') // => 'a &lt; b'
 */
export function escapeHtml(text: string): string {
	// Most texts have nothing to escape, and pages escape hundreds of thousands of them.
	if (!/[&<>]/.test(text)) return text;
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
