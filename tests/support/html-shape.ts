/** What hostile text may not change: the tags of HTML. */
import fc from 'fast-check';

/** Tags and attributes, without the texts between and within them. */
export const shapeOf = (html: string): string[] =>
	(html.match(/<[^"<>]*(?:"[^"]*"[^"<>]*)*>?/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

/** Text that tries to be more than text. */
export const hostileText: fc.Arbitrary<string> = fc
	.array(fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', 'script', 'onload', 'x'), {
		minLength: 1,
		maxLength: 12,
	})
	.map((parts) => `${parts.join('')}x`);
