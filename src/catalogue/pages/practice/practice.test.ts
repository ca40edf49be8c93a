import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cases } from '#schemas/cases.ts';
import { type CaseKind, caseKind } from '#schemas/vocabularies.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, recordFile, training } from '#tests/support/records.ts';
import { contextOf } from '../../copy/context.ts';
import type { Entry } from '../../model/catalogue.ts';
import { sheetMarkdown } from '../../print/markdown/page.ts';
import type { Block } from '../blocks.ts';
import { plainWords } from '../plain-words.ts';
import { rolePage } from '../role.ts';
import { MOST_CASES, practiceSets } from './cases.ts';
import { valueWords } from './exercises.ts';
import { practiceIndex, practiceSheet } from './sheet.ts';

type Case = Cases['cases'][number];
const one = (name: string, kind: CaseKind, more: Partial<Case> = {}): Case => ({
	name,
	kind,
	input: { question: `Question about ${name.split(' ')[0]}` },
	expect: [{ type: 'includes', value: `Right for ${name}` }],
	...more,
});
const casesOf = (...cases: Case[]) => entry('cases', 'ask', { cases });
const pattern = entry('patterns');
const url = (path: string) => `https://host.example${path}`;

/** Everything under blocks, with what is folded away left out where `open` is set. */
function textOf(blocks: readonly Block[], open = false): string {
	return blocks
		.map((block): string => {
			if (block.kind === 'group')
				return open && block.fold === 'closed'
					? ''
					: [plainWords(block.title), textOf(block.blocks, open)].join('\n');
			if (block.kind === 'text') return plainWords(block.words);
			if (block.kind === 'list') return block.items.map(plainWords).join('\n');
			if (block.kind === 'pairs') return block.pairs.flat().map(plainWords).join('\n');
			if (block.kind === 'table')
				return block.groups
					.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(plainWords)))
					.join('\n');
			return block.kind === 'command' ? `${block.label}\n${block.command}` : '';
		})
		.join('\n');
}

const section = (id: string, ...entries: readonly Entry[]) =>
	practiceSheet(pattern, catalogueOf(pattern, entry('prompts', 'ask'), ...entries)).sections.find(
		(found) => found.id === id,
	)?.blocks ?? [];

describe('the cases of a pattern', () => {
	const cases = casesOf(
		one('plain case', 'golden', { why: 'It is ordinary.' }),
		one('planted attack', 'injection'),
	);

	test('show the input, and keep what gives the answer away folded', () => {
		const blocks = section('cases', cases);
		const open = textOf(blocks, true);
		expect(open).toContain('Question about planted');
		for (const hidden of ['planted attack', 'Right for', 'Injection', 'It is ordinary.'])
			expect(open).not.toContain(hidden);
		const all = textOf(blocks);
		expect(all).toContain('The answer contains "Right for planted attack".');
		expect(all).toContain('It is ordinary.');
	});

	test('say once what is the same in every case', () => {
		const input = (question: string) => ({ question, rules: 'The same rules.' });
		const text = textOf(
			section(
				'cases',
				casesOf(
					one('first', 'golden', { input: input('One?') }),
					one('second', 'edge', { input: input('Two?') }),
				),
			),
		);
		expect(text.split('The same rules.')).toHaveLength(2);
	});

	test('are at most so many, of every kind, and each at most once', () => {
		const kinds = fc.constantFrom(...caseKind.values);
		fc.assert(
			fc.property(fc.array(kinds, { minLength: 1, maxLength: 60 }), (drawn) => {
				const all = drawn.map((kind, at) => one(`case number ${at}`, kind));
				const catalogue = catalogueOf(pattern, entry('prompts', 'ask'), casesOf(...all));
				const sets = practiceSets(pattern, catalogue);
				const chosen = sets.flatMap((set) => set.cases);
				expect(chosen).toHaveLength(Math.min(all.length, MOST_CASES));
				expect(new Set(chosen.map(({ name }) => name)).size).toBe(chosen.length);
				expect(new Set(chosen.map(({ kind }) => kind))).toEqual(new Set(drawn));
				expect(practiceSets(pattern, catalogue)).toEqual(sets);
			}),
		);
	});

	test('come in an order that does not follow their kind', () => {
		const all = caseKind.values.flatMap((kind) =>
			Array.from({ length: 4 }, (_, at) => one(`${kind} case ${at}`, kind)),
		);
		const catalogue = catalogueOf(pattern, entry('prompts', 'ask'), casesOf(...all));
		const kinds = practiceSets(pattern, catalogue).flatMap(({ cases: set }) =>
			set.map(({ kind }) => kind),
		);
		expect(kinds).not.toEqual([...kinds].sort());
		expect(kinds).not.toEqual(all.map(({ kind }) => kind));
	});

	test('a pattern without cases has no exercise of that kind, and the others stay', () => {
		expect(section('cases')).toEqual([]);
		expect(section('incidents')).not.toEqual([]);
	});
});

test.each([
	['two\nlines', 'two; lines'],
	[['a', 'b'], 'a; b'],
	[[{ id: 'billing', covers: 'refunds' }], 'id: billing; covers: refunds'],
	[{ name: 'x', tags: ['a', 'b'] }, 'name: x; tags: a, b'],
	[null, 'Nothing'],
	['', 'Nothing'],
	[0, '0'],
	[false, 'false'],
	[{ deep: { list: [{ a: 1 }, { a: 2 }] } }, 'deep: list: a: 1, a: 2'],
])('an input of %j reads as "%s"', (value, said) => {
	expect(plainWords(valueWords(value))).toBe(said);
});

test('an input that holds markup is text in the Markdown', () => {
	const cases = casesOf(
		one('markup case', 'injection', { input: { question: '<script>x</script>' } }),
	);
	const catalogue = catalogueOf(pattern, entry('prompts', 'ask'), cases);
	const { markdown } = sheetMarkdown(
		practiceSheet(pattern, catalogue),
		undefined,
		false,
		contextOf(catalogue, url),
	);
	expect(markdown).not.toMatch(/(?<!\\)<script>/);
	expect(markdown).toContain('\\<script>');
});

test.each([
	['data', 'Internal'],
	['risks', 'Write logs'],
	['tier', 'No reason for a higher tier applies.'],
	['incidents', 'Turn it off'],
])('the answers of %s are folded', (id, answer) => {
	const blocks = section(id, entry('controls', 'logging', { title: 'Write logs' }));
	expect(textOf(blocks, true)).not.toContain(answer);
	expect(textOf(blocks)).toContain(answer);
});

describe('how to record it', () => {
	const commands = (...entries: readonly Entry[]) =>
		section('record', entry('roles', 'analyst', { title: 'Analyst' }), ...entries).flatMap(
			(block) => (block.kind === 'command' ? [`${block.label}\n${block.command}`] : []),
		);

	test('is a command for each role of the pattern, with the topics of the policy', () => {
		expect(commands()).toEqual([
			'Analyst: nobody on record yet\nnpm run record -- training patterns/summary role=analyst "covers=[purpose, data, reading-output, reporting-issues]"',
		]);
	});

	test('is for a use of the pattern as soon as there is one, and says who is trained', () => {
		const use = entry('use-cases', 'desk');
		const [command] = commands(use, recordFile(use, [training(about(use), {})]));
		expect(command).toContain('training use-cases/desk role=analyst');
		expect(command).toMatch(/^Analyst: \d+ of \d+ people/);
	});
});

describe('a role', () => {
	const exercisesOf = (role: Entry<'roles'>, ...entries: readonly Entry[]) =>
		rolePage(role, contextOf(catalogueOf(role, ...entries), url)).sections.find(
			({ id }) => id === 'exercises',
		)?.blocks ?? [];

	test('is led to the exercises that its tasks need, of the patterns that change its work', () => {
		const role = entry('roles', 'analyst', { tasks: ['incident-reporting'] });
		const other = entry('patterns', 'other', { title: 'Other', people: [] });
		const text = textOf(exercisesOf(role, pattern, other, entry('prompts', 'ask')));
		expect(text).toContain('Act on an incident');
		expect(text).not.toContain('Decide the cases');
		expect(text).not.toContain('Other');
	});

	test('without patterns is told where exercises come from', () => {
		expect(textOf(exercisesOf(entry('roles', 'analyst')))).toContain(
			'They are made from the patterns that change its work.',
		);
	});
});

test('without roles the way in says what will be there', () => {
	const [first] = practiceIndex(catalogueOf()).sections;
	expect(first?.title).toBe('No roles yet');
	expect(textOf(first?.blocks ?? [])).toContain('This page will list what each role practises.');
});
