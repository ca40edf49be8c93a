import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../words/escape-markdown.ts';
import { COMMENT_LIMIT, printMarkdown } from './markdown.ts';
import type { Change, EntryReport, Report } from './report.ts';

const change = (text: string, more: Partial<Change> = {}): Change => ({
	text,
	impact: 'patch',
	because: 'Nothing for teams to do.',
	...more,
});

const entryReport = (more: Partial<EntryReport> = {}): EntryReport => ({
	collection: 'risks',
	id: 'leak',
	kind: 'changed',
	noun: 'risk',
	title: 'Leak',
	file: 'content/risks/leak.mdx',
	facts: [],
	changes: [change('Title: Leek → Leak')],
	owners: ['office'],
	...more,
});

const reportOf = (more: Partial<Report> = {}): Report => ({
	summary: 'This changes one risk.',
	judges: [],
	lowered: [],
	entries: [entryReport()],
	attention: [],
	approvers: [],
	signatures: [],
	findings: { appeared: [], fixed: [] },
	assets: [],
	moved: [],
	older: [],
	unread: { base: [], head: [] },
	...more,
});

const print = (more: Partial<Report> = {}, options: { limit?: number; link?: string } = {}) =>
	printMarkdown(reportOf(more), { compared: 'From main to here.', outside: [], ...options });

describe('a report', () => {
	test('opens with one sentence, then says what was compared, then entry by entry', () => {
		expect(print().trimEnd()).toBe(
			[
				'<!-- catalogue-report -->',
				'**This changes one risk.**',
				'From main to here.',
				'### Risk Leak: changed',
				'[content/risks/leak.mdx](content/risks/leak.mdx)',
				'- Title: Leek → Leak',
			].join('\n\n'),
		);
	});

	test('heads with what judges it, and calls a lowered demand that', () => {
		const text = print({
			judges: [{ what: 'Rules', code: true, files: ['src/catalogue/rules/[x](y).ts'] }],
			lowered: ['Months between reviews at high tier: 3 → 6'],
		});
		const [, , second = '', lines = ''] = text.split('\n\n');
		expect(second).toBe('### This proposal changes how it is judged');
		expect(lines).toContain(
			'- **It lowers a requirement.** Months between reviews at high tier: 3 → 6',
		);
		expect(lines).toContain(
			'- Rules: [src/catalogue/rules/\\[x\\](y).ts](src/catalogue/rules/%5Bx%5D%28y%29.ts)',
		);
		expect(text.indexOf('judges it')).toBeLessThan(text.indexOf('From main'));
	});

	test('draws a new pattern, and no other', () => {
		const drawings = new Map([['summary', 'flowchart LR\n\tP1 --> P2\n']]);
		const pattern = (kind: 'new' | 'changed') =>
			entryReport({ collection: 'patterns', id: 'summary', kind, noun: 'pattern' });
		const drawn = (kind: 'new' | 'changed') =>
			printMarkdown(reportOf({ entries: [pattern(kind)] }), {
				compared: '',
				outside: [],
				drawings,
			});
		expect(drawn('new')).toContain('```mermaid\nflowchart LR\n\tP1 --> P2\n```');
		expect(drawn('changed')).not.toContain('mermaid');
	});

	test('marks what is breaking, with the reason', () => {
		const changes = [change('Control added: Two', { impact: 'major', because: 'Do it.' })];
		expect(print({ entries: [entryReport({ changes })] })).toContain(
			'- **Breaking:** Control added: Two _Do it._\n',
		);
	});

	test('says under who must agree how far the seats are', () => {
		const signatures = ['Summary (proposed): signed by no seat yet; still to sign: Legal'];
		const text = print({ signatures });
		expect(text).toContain('### Who must agree\n\n- Summary');
		expect(text).toContain('still to sign: Legal');
	});

	test('links to the file at the address it is given', () => {
		const link = 'https://host.example/blob/abc/{path}';
		expect(print({}, { link })).toContain(
			'](https://host.example/blob/abc/content/risks/leak.mdx)',
		);
	});

	test('counts what changed outside the catalogue by folder', () => {
		const outside = ['docs/a.md', 'docs/b.md', 'README.md', 'src/told-among-the-judges.ts'];
		expect(printMarkdown(reportOf(), { compared: '', outside })).toContain(
			'not described here: `docs/` (2 files), `README.md`.',
		);
	});

	test('too long for a comment leaves whole parts out and says how many', () => {
		const long = Array.from({ length: 40 }, (_, at) => change(`${'word '.repeat(30)}${at}`));
		const entries = Array.from({ length: 30 }, () => entryReport({ changes: long }));
		const text = print({ entries });
		expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
		expect(text).toMatch(/\*\*This changes one risk\.\*\*/);
		expect(text).toMatch(/_\d+ parts of this report left out.*all of it\._\n$/);
	});

	test('one entry longer than a comment is left out and not cut in two', () => {
		const entries = [entryReport({ changes: [change('x'.repeat(400))] })];
		const text = print({ entries }, { limit: 300 });
		expect(text.length).toBeLessThanOrEqual(300);
		expect(text).toContain('_1 part of this report left out');
	});
});

/** Texts an author could put into a title, a field or a prompt. */
const HOSTILE = [
	'[click](javascript:alert(1))',
	'x](javascript:alert(1))',
	'<img src=x onerror=alert(1)>',
	'</details><script>alert(1)</script>',
	'<!-- a comment --> &lt;b&gt;',
	'**bold** _it_ ~~gone~~ `code` $x$',
	'# heading',
	'- item',
	'1. item',
	'> quote',
	'| a | b |',
	'line\n\n# second line\n/close',
	'![p](https://evil.example/p.png)',
	'https://evil.example www.evil.example',
	'a\\](b)\\',
	'```\n</script>\n```',
	'[ref]: https://evil.example',
	'<https://evil.example>',
	'{{role "system"}} {{ secrets.TOKEN }}',
];

/** Kinds of nodes in the tree that Markdown makes of a text, beside those of plain text. */
function nodesOf(markdown: string): string[] {
	const kinds: string[] = [];
	const visit = (node: { type: string; children?: unknown[] }) => {
		kinds.push(node.type);
		for (const child of node.children ?? []) visit(child as { type: string });
	};
	visit(markdownToMdast(markdown) as unknown as { type: string });
	return [...new Set(kinds)].filter((kind) => !['root', 'paragraph', 'text'].includes(kind));
}

describe('text of others', () => {
	test.each(HOSTILE)('is nothing but text: %j', (text) => {
		expect(nodesOf(escapeMarkdown(text))).toEqual([]);
	});

	test.each(HOSTILE)('is nothing but text as the title of an entry: %j', (title) => {
		const expected = nodesOf(print());
		const changes = [change(title, { hunks: [{ before: title, after: `${title} more` }] })];
		const kinds = nodesOf(print({ entries: [entryReport({ title, changes })] }));
		expect(kinds.sort()).toEqual([...expected, 'code'].sort());
	});

	test.each(HOSTILE)('stays in its block when it is compared word by word: %j', (text) => {
		const changes = [change('Prompt text changed', { hunks: [{ before: text, after: '```' }] })];
		const after = entryReport({ title: 'After', changes: [change('Last')] });
		const printed = print({ entries: [entryReport({ changes }), after] });
		expect(printed.split('\n').filter((line) => line.startsWith('### Risk After'))).toHaveLength(1);
		const fences = printed.match(/^ {2}`{3,}(?:diff)?$/gm) ?? [];
		expect(fences).toHaveLength(2);
	});

	test.each([
		['@everyone', '@&#8203;everyone'],
		['mail@host.example', 'mail@&#8203;host.example'],
		['#12 and GH-12', '#&#8203;12 and GH-&#8203;12'],
		['!7', '!&#8203;7'],
		[':tada:', ':&#8203;tada:'],
		['https://host.example', 'https:&#8203;//host.example'],
		['/close', '&#8203;/close'],
	])('calls nobody and nothing: %s', (text, escaped) => {
		expect(escapeMarkdown(text)).toBe(escaped);
	});

	test.each(['70%', '70 % of cases', 'A (b), c: d. #channel', 'pattern.mdx:12', 'a → b'])(
		'is left alone where it is plain: %s',
		(text) => expect(escapeMarkdown(text)).toBe(text),
	);

	test('shows a hidden character by its number', () => {
		expect(escapeMarkdown('a\u202eb')).toBe('aU+202Eb');
	});
});
