import { type MdastNode, markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { collections } from '#schemas/index.ts';
import { catalogueOf, entry, soundEntries } from '#tests/support/build.ts';
import { patternDigest } from '../judge/approval/digest.ts';
import type { Entry } from '../model/catalogue.ts';
import { SECTIONS } from '../model/sections.ts';
import { plainText } from '../read/mdx/facts.ts';
import { markdown } from './markdown.ts';

const url = (path: string) => `https://host.example/ai${path}`;

/** The twins of these entries by path. */
async function twinsOf(...entries: readonly Entry[]) {
	const catalogue = catalogueOf(...entries);
	const made = [...markdown.files(contextOf(catalogue, url))].map(
		async ({ path, body }) => [path, String(await body())] as const,
	);
	return { catalogue, twins: new Map(await Promise.all(made)) };
}

function nodesOf(node: MdastNode): MdastNode[] {
	const children = 'children' in node ? (node.children as MdastNode[]) : [];
	return [node, ...children.flatMap(nodesOf)];
}
const headings = (text: string) =>
	nodesOf(markdownToMdast(text)).flatMap((node) =>
		node.type === 'heading' ? [{ depth: node.depth, text: plainText(node) }] : [],
	);

test('every entry with a page has a twin, and it starts with one title', async () => {
	const entries = soundEntries();
	const { twins } = await twinsOf(...entries);
	const paged = entries.filter(({ collection }) => collections[collection].pages);
	expect([...twins.keys()].sort()).toEqual(
		[
			...paged.map(({ collection, id }) => `${collection}/${id}.md`),
			...entries.flatMap(({ collection, id }) =>
				collection === 'withdrawn' ? [`${id.replace('.', '/')}.md`] : [],
			),
		].sort(),
	);
	for (const [path, text] of twins) {
		expect(
			headings(text).map(({ depth }) => depth === 1),
			path,
		).toEqual(headings(text).map((_, at) => at === 0));
	}
});

describe('a pattern', () => {
	test('has the sixteen sections of its page in their order', async () => {
		const { twins } = await twinsOf(...soundEntries());
		const [text = ''] = [...twins].flatMap(([path, body]) =>
			path.startsWith('patterns/') ? [body] : [],
		);
		const titles = SECTIONS.map(({ title }) => title);
		const found = headings(text).filter(
			(heading) => titles.includes(heading.text) && heading.depth === 3,
		);
		expect(found.map((heading) => heading.text)).toEqual(titles);
	});

	test('says in its head what decides whether it may be used', async () => {
		const pattern = entry('patterns', 'triage', { title: 'Triage', version: '1.2.0' });
		const { twins, catalogue } = await twinsOf(pattern);
		const head = twins.get('patterns/triage.md')?.split('\n## ')[0] ?? '';
		expect(head).toMatch(/^# Triage\n/);
		expect(head).toMatch(/\*\*State:\*\* Proposed\./);
		expect(head).toContain('**Version:** 1.2.0');
		expect(head).toMatch(/\*\*Owner:\*\* \S/);
		expect(head).toMatch(/\*\*Review by:\*\* \d/);
		expect(head).toContain(patternDigest(pattern, catalogue));
		expect(head).toContain('<https://host.example/ai/patterns/triage/>');
	});

	test('cannot be broken by what stands in its fields', async () => {
		const hostile = '# x | `a` <script>\n\n## 7. Controls ``` *b* [c](https://d.example)';
		const { twins } = await twinsOf(
			entry('patterns', 'triage', {
				title: hostile,
				summary: hostile,
				fit: hostile,
				useWhen: [hostile],
				changes: [
					{
						version: '1.0.0',
						date: '2026-11-01',
						impact: 'minor',
						summary: hostile,
						action: hostile,
					},
				],
			}),
		);
		const nodes = nodesOf(markdownToMdast(twins.get('patterns/triage.md') ?? ''));
		const sections = headings(twins.get('patterns/triage.md') ?? '').filter(
			(heading) => heading.depth === 3 && heading.text === 'Controls',
		);
		expect(sections).toHaveLength(1);
		const made = nodes.flatMap((node) =>
			node.type === 'html' ? [node.value] : node.type === 'link' ? [node.url] : [],
		);
		expect(made.filter((text) => /script|\(/.test(text))).toEqual([]);
	});
});

test('prose keeps its words, its components are said, and its links lead to twins', async () => {
	const body = [
		'First [leak](/risks/leak/) and [gone](/risks/lost/) and [below](#two).',
		'',
		'## Two',
		'',
		'<Note kind="decision" title="A quote">',
		'Because *so*.',
		'</Note>',
		'',
		'1. `a_b`',
		'2. second',
		'',
		'### Deeper',
	].join('\n');
	const { twins } = await twinsOf(
		entry('risks', 'leak', { title: 'Leak' }),
		entry('guides', 'how', {}, { body }),
	);
	const text = twins.get('guides/how.md') ?? '';
	expect(text).toContain(
		[
			'First [leak](https://host.example/ai/risks/leak.md) and [gone](https://host.example/ai/risks/lost/) and [below](https://host.example/ai/guides/how/#two).',
			'',
			'## Two',
			'',
			'> **Decision: A quote**',
			'>',
			'> Because *so*.',
			'',
			'1. `a_b`',
			'2. second',
			'',
			'### Deeper',
		].join('\n'),
	);
});

test('a tombstone says why the entry is gone and what to take', async () => {
	const { twins } = await twinsOf(
		entry('patterns', 'new', { title: 'New way' }),
		entry('withdrawn', 'patterns.old', {
			title: 'Old way',
			withdrawn: '2026-11-05',
			because: 'Nothing runs on it any more.',
			successor: 'new',
		}),
	);
	const text = twins.get('patterns/old.md') ?? '';
	expect(text).toContain('This pattern was withdrawn on 5 November 2026.** Nothing runs on it');
	expect(text).toContain('move to [New way](https://host.example/ai/patterns/new.md).');
});
