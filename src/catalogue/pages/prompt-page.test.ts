import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { digestOf } from '../model/digest.ts';
import { sizeWords } from '../words/size.ts';
import { browseIndex } from './browse/list.ts';
import type { Case } from './prompt-form.ts';
import {
	caseCounts,
	casesOf,
	downloadsOf,
	exposureOf,
	patternOf,
	runsAt,
	shortInput,
} from './prompt-page.ts';

const note = (overrides = {}) => ({
	label: 'Text',
	dataClass: 'internal' as const,
	personalData: 'none' as const,
	untrusted: false,
	...overrides,
});
const prompt = entry('prompts', 'ask', {
	'catalogue.variables': {
		question: note({ label: 'Question' }),
		mail: note({
			label: 'Mail',
			dataClass: 'confidential',
			personalData: 'ordinary',
			untrusted: true,
		}),
	},
});
const testCase = (input: Record<string, unknown>, kind: Case['kind'] = 'golden'): Case => ({
	name: 'a case',
	kind,
	input,
	expect: [{ type: 'is-json' }],
});

test('the exposure of a prompt is the highest of its variables', () => {
	expect(exposureOf(prompt)).toEqual({
		dataClass: 'confidential',
		personalData: 'ordinary',
		untrusted: ['Mail'],
	});
});

test('a prompt runs at the nodes of its pattern that name it', () => {
	const { architecture } = minimal.patterns();
	const [first, ...rest] = architecture.nodes;
	if (!first) throw new Error('The minimal pattern has no node.');
	const runs = { ...first, layer: 'orchestration' as const, step: 4, title: 'Ask', prompt: 'ask' };
	const nodes = [runs, ...rest.map((node) => ({ ...node, prompt: undefined }))];
	const pattern = entry('patterns', 'summary', { architecture: { ...architecture, nodes } });
	const catalogue = catalogueOf(prompt, pattern);
	expect(patternOf(prompt, catalogue)).toBe(pattern);
	expect(runsAt(prompt, pattern)).toEqual([{ ref: 'O4', title: 'Ask' }]);
	expect(runsAt(prompt, undefined)).toEqual([]);
});

test('cases are counted by kind, kinds without a case left out', () => {
	const kinds = ['edge', 'golden', 'golden'] as const;
	expect(caseCounts(kinds.map((kind) => testCase({}, kind)))).toBe('2 golden, 1 edge');
	expect(caseCounts([])).toBe('');
	expect(casesOf(prompt, catalogueOf(prompt))).toEqual([]);
});

test('a case is told apart by what was written outside, even if another text is longer', () => {
	expect(shortInput(testCase({ question: 'x'.repeat(99), mail: 'Help\n  me' }), prompt)).toBe(
		'Help me',
	);
	expect(shortInput(testCase({ question: 'Why?', mail: '' }), prompt)).toBe('Why?');
	expect(shortInput(testCase({ mail: 'one two '.repeat(40) }), prompt)).toMatch(
		/^one two .{80,115} …$/,
	);
});

test('downloads are the files that the exporters write, with their sizes', async () => {
	const cases = entry('cases', 'ask');
	const files = await downloadsOf(
		prompt,
		contextOf(catalogueOf(prompt, cases), (path) => `https://x.example${path}`).artefacts,
	);
	expect(files.map(({ path }) => path)).toEqual([
		'/prompts/ask.prompt',
		'/prompts/ask.messages.json',
		'/prompts/ask.txt',
		'/prompts/ask.promptfooconfig.yaml',
		'/prompts/ask.skill.zip',
	]);
	expect(files[0]).toMatchObject({
		size: sizeWords(prompt.source.length),
		digest: digestOf(prompt.source),
	});
});

test('the list is in order of names and says the status of the pattern', () => {
	const catalogue = catalogueOf(
		entry('prompts', 'zoom'),
		entry('prompts', 'ask'),
		entry('patterns', 'summary', { status: 'proposed' }),
	);
	const { columns, lines } = browseIndex('prompts', catalogue);
	const at = columns.findIndex(({ label }) => label === 'Status');
	expect(lines.map(({ id, cells }) => [id, columns[at]?.facts[cells[at] ?? -1]?.status])).toEqual([
		['ask', 'proposed'],
		['zoom', 'proposed'],
	]);
});
