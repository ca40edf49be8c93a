import { expect, test } from 'vitest';
import type { PatternDocument } from '#schemas/api.ts';
import { patternText, patternView, proseSections, SECTION_IDS } from './pattern.ts';

const document: PatternDocument = {
	api: 1,
	collection: 'patterns',
	id: 'summary',
	page: 'https://host.example/patterns/summary/',
	digest: 'abc',
	state: { name: 'proposed', label: 'Proposed', duty: 'Use it in a sandbox only.' },
	data: {
		title: 'Summary',
		summary: 'Sums up.',
		version: '1.0.0',
		fit: 'For desks.',
		useWhen: ['It is long.'],
		risks: [{ risk: 'leak' }],
	},
	sections: [
		{
			id: 'fit',
			title: 'Fit',
			answer: 'For desks.',
			blocks: [
				{ kind: 'list', ordered: false, items: ['It is long.'] },
				{ kind: 'prose', text: 'Read it.' },
			],
		},
	],
	body: '## Fit\n\nRead it.\n\n## Risk closure\n\nAll closed.\n',
	citedBy: [{ collection: 'use-cases', id: 'desk', page: '' }],
	computed: {
		tier: 'medium',
		because: ['Its data is confidential.'],
		requiredControls: [{ control: 'logging', baseline: 'low' }],
		reviewDue: '2027-01-01',
	},
};

test('only the sections that are asked for come, and the others are named', () => {
	const { sections, more } = patternView(document, ['risks']);
	expect(sections).toEqual([
		{
			id: 'risks',
			title: 'Risk closure',
			data: { risks: [{ risk: 'leak' }] },
			prose: 'All closed.',
			text: '## Risk closure\n\nAll closed.',
		},
	]);
	expect(more).toEqual(SECTION_IDS.filter((id) => id !== 'risks'));
});

test('a section has the fields that its page shows there', () =>
	expect(patternView(document, ['fit']).sections[0]?.data).toEqual({
		fit: 'For desks.',
		useWhen: ['It is long.'],
	}));

test('all gives every section in the order of the page', () => {
	const { sections, more } = patternView(document, ['all']);
	expect(sections.map(({ id }) => id)).toEqual(SECTION_IDS);
	expect(more).toEqual([]);
});

test('who uses it comes from the links to it', () =>
	expect(patternView(document, ['used-by']).sections[0]?.data).toEqual({
		useCases: ['desk'],
		patterns: [],
	}));

test('the text carries status with its duty, tier with its reasons, and sections as the page has them', () => {
	const text = patternText(patternView(document, ['fit']));
	expect(text).toContain('Status: Proposed. Use it in a sandbox only.');
	expect(text).toContain('Risk tier: Medium. Its data is confidential.');
	expect(text).toContain('## Fit\n\nFor desks.\n\n- It is long.\n\nRead it.');
});

test('what stands before the first heading belongs to Fit, as on the page', () => {
	const body = 'Read this first.\n\n## Risk closure\n\nAll closed.\n\n## Fit\n\nFor desks.';
	const [fit] = patternView({ ...document, body }, ['fit']).sections;
	expect(fit?.prose).toMatch(/^Read this first\.\n\n+For desks\.$/);
});

test('a code block ends at a fence alone, not at one that opens another', () =>
	expect(
		[...proseSections('## A\n```md\n```js\n## B\n```\n## C\nend')].map(([title]) => title),
	).toEqual(['A', 'C']));

test('a heading inside a code block is none', () =>
	expect([...proseSections('## A\n```md\n## B\n```\n## C\nend')]).toEqual([
		['A', '```md\n## B\n```'],
		['C', 'end'],
	]));
