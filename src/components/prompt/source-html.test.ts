import { expect, test } from 'vitest';
import { sourceHtml, templateHtml } from './source-html.ts';

const SOURCE = '---\nversion: "1.0.0"\n---\n{{role "user"}}\n<case>{{text}}</case>\n';

test('every line of the source stands in a line of its own, frontmatter first', () => {
	const lines = sourceHtml(SOURCE).split('\n');
	expect(lines).toHaveLength(5);
	expect(lines.every((line) => /^<span class="l">.*<\/span>$/.test(line))).toBe(true);
	expect(lines.map((line) => line.replaceAll(/<[^>]*>/g, ''))).toEqual([
		'---',
		'version: "1.0.0"',
		'---',
		'{{role "user"}}',
		'&lt;case&gt;{{text}}&lt;/case&gt;',
	]);
});

test('values and structure of a template have colours of their own', () => {
	expect(templateHtml('{{#each a}}{{this.b}}{{else}}')).toBe(
		'<span class="n">{{#each a}}</span><span class="v">{{this.b}}</span><span class="n">{{else}}</span>',
	);
});

test('markup in a source is shown, not made', () => {
	expect(templateHtml('<b>{{a}}')).toBe('&lt;b&gt;<span class="v">{{a}}</span>');
});
