import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inertJson, inertText, literalPattern } from './inert.ts';

test('JSON keeps its meaning and loses every mark of a template', () => {
	const value = { say: 'a {{ env.KEY }} {% raw %} {# #} \\{ "q" \u0085\u2028', list: [{}, [{}]] };
	const text = inertJson(value);
	expect(JSON.parse(text)).toEqual(value);
	expect(text).not.toMatch(/\{[{%#]|#\}|[\u007f-\u009f\u2028]/);
});

test('whatever a text holds, its JSON has no mark and comes back the same', () => {
	const signs = fc.constantFrom('{', '}', '%', '#', '"', '\\', 'a', '\n', '\u0085', '\ufeff', '🙂');
	fc.assert(
		fc.property(fc.array(fc.array(signs).map((list) => list.join(''))), (texts) => {
			const text = inertJson({ texts });
			expect(text).not.toMatch(/\{[{%#]|#\}|%\}/);
			expect(JSON.parse(text)).toEqual({ texts });
		}),
	);
});

test('a text for people opens no template', () => {
	expect(inertText('{{ env.KEY }} {%x%} {#y#} {z}')).toBe('{ { env.KEY }} { %x%} { #y#} {z}');
});

test('a pattern matches its text alone and holds no sign of a template or a scheme', () => {
	const text = 'file://a.b {{c}} ({%|d%})* [e] ^$\\n "f" ü';
	const pattern = literalPattern(text);
	expect(pattern).not.toMatch(/[{}%:"]/);
	for (const flags of ['', 'u']) {
		expect(new RegExp(pattern, flags).test(`before ${text} after`)).toBe(true);
		expect(new RegExp(pattern, flags).test(text.replace('a.b', 'axb'))).toBe(false);
	}
});
