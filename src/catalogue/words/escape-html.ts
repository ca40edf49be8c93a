/** Text as markup: every printer of HTML escapes here, so that no text of an entry becomes a tag. */

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

/** Text between tags as Astro writes it: quotes are escaped as well. */
export function textHtml(text: string): string {
	if (!/[&<>'"]/.test(text)) return text;
	return escapeHtml(text).replaceAll("'", '&#39;').replaceAll('"', '&quot;');
}

/** Text as the value of an attribute, between double quotes. */
export const valueHtml = (text: string): string => escapeHtml(text).replaceAll('"', '&quot;');

/**
 * An attribute with its name, as Astro writes it; nothing where it has no value.
 *
 * @example
 * attributeHtml('title', '"a"') // => ' title="&quot;a&quot;"'
 */
export function attributeHtml(name: string, value: string | number | undefined): string {
	if (value === undefined) return '';
	const text = String(value);
	if (text === '') return ` ${name}`;
	if (!/[&"]/.test(text)) return ` ${name}="${text}"`;
	return ` ${name}="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

/** The attribute of these classes; nothing where there are none. */
export function classHtml(...names: readonly (string | false | undefined)[]): string {
	const all = names.filter(Boolean).join(' ');
	return all === '' ? '' : attributeHtml('class', all);
}
