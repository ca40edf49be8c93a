import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersFrom, answersOf } from '#catalogue/judge/choice/answers.ts';
import { type Answers, questionIds, questionOf } from '#catalogue/judge/choice/questions.ts';
import type { PolicyDocument } from '#schemas/api.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import type { Block, Words } from '../blocks.ts';
import { browseIndex } from '../browse/list.ts';
import { packIndex, unpackIndex } from '../browse/pack.ts';
import { askFor } from './ask.ts';
import { matches, nearestIn } from './matches.ts';
import { type ChoiceFacts, resultOf } from './result.ts';
import { choiceTables } from './tables.ts';

const exposure = minimal.patterns().exposure;
const pattern = (
	id: string,
	more: Partial<typeof exposure> = {},
	overrides: Parameters<typeof entry<'patterns'>>[2] = {},
) =>
	entry('patterns', id, {
		title: id,
		problem: 'triage',
		exposure: { ...exposure, ...more },
		...overrides,
	});

const catalogue = catalogueOf(
	pattern('internal-only', { data: 'internal' }),
	pattern('confidential', { data: 'confidential', personalData: 'ordinary' }),
	pattern('old', { data: 'restricted', personalData: 'special' }, { status: 'deprecated' }),
	pattern('with-rules', { data: 'internal' }, { techniques: ['rules'] }),
	pattern('other-task', {}, { problem: 'draft' }),
	entry('controls', 'logging', { title: 'Logging' }),
	entry('connectors'),
);
// As the browser has it: written to a file and read back.
const index = unpackIndex(packIndex(browseIndex('patterns', catalogue)));
const policy = catalogue.policy as PolicyDocument['data'];
const facts: ChoiceFacts = {
	policy,
	council: [{ seat: 'technology', label: 'Technology', team: 'Platform team' }],
	controls: new Map([['logging', 'Logging']]),
	index,
};

/** Every word of blocks, to look for text. */
function wordsOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map(wordsOf).join('');
	if (typeof value === 'object' && value !== null)
		return Object.values(value).map(wordsOf).join(' ');
	return '';
}
const titlesOf = (found: readonly { title: string }[]) => found.map(({ title }) => title);

test('in place of a pattern that refuses the data, those for the same task that take it are named', () => {
	const instead = (id: string, data: 'confidential' | 'restricted') =>
		titlesOf(nearestIn(index, id, { data, personalData: 'ordinary', tier: 'medium' }));
	expect(instead('internal-only', 'confidential')).toEqual(['confidential']);
	// Neither itself, nor one that is on its way out, nor one for another task.
	expect(instead('confidential', 'confidential')).toEqual([]);
	expect(instead('internal-only', 'restricted')).toEqual([]);
	expect(instead('no-such-pattern', 'confidential')).toEqual([]);
});

describe('the patterns for the answers', () => {
	const find = (answers: Answers, advice: 'ai' | 'rules' = 'ai', tier: 'low' | 'high' = 'low') =>
		matches(index, answers, { tier, advice });

	test('need the task, and are only those for it', () => {
		expect(find({ data: 'public' })).toEqual([]);
		expect(titlesOf(find({ problem: 'draft' }))).toEqual(['other-task']);
	});

	test('are in the order of fit, then of what may be built on', () => {
		const found = find({ problem: 'triage', data: 'confidential' });
		expect(titlesOf(found)).toEqual(['confidential', 'old', 'internal-only', 'with-rules']);
		expect(found.map(({ fits }) => fits)).toEqual([true, true, false, false]);
		expect(found[2]?.notes).toContain('It is designed for internal data at most.');
	});

	test('say that they are not made for personal data', () => {
		const [, , third] = find({ problem: 'triage', personalData: 'ordinary' });
		expect(third).toMatchObject({
			fits: false,
			notes: ['It is not designed for personal data.'],
		});
	});

	test('say that the answers raise their tier', () => {
		const [first] = find({ problem: 'draft' }, 'ai', 'high');
		expect(first?.notes).toEqual(['Your answers raise its tier from low to high.']);
	});

	test('are those with rules where rules do the work', () =>
		expect(titlesOf(find({ problem: 'triage' }, 'rules'))).toEqual([
			'confidential',
			'internal-only',
			'with-rules',
			'old',
		]));
});

describe('the result', () => {
	const result = (query: string) => resultOf(answersFrom(query).answers, facts);

	test('of no answers says where to begin', () => {
		expect(result('').title).toBe('Answer question 1 to find out');
	});

	test('asks for rules where there is one right answer, and then requires nothing', () => {
		const { title, blocks } = result('?task=one-answer&data=restricted');
		expect(title).toBe('No, use fixed rules instead');
		expect(wordsOf(blocks)).not.toContain('What you must do');
	});

	test('counts evidence that depends on a condition apart', () => {
		const [first] = policy.evidencePack;
		if (!first) throw new Error('The policy of the tests has no evidence.');
		const { onlyIf: _, ...always } = first;
		const evidencePack = [
			{ ...always, from: 'low' as const },
			{ ...always, from: 'low' as const, onlyIf: 'It reaches people outside.' },
		];
		const { answers } = answersFrom('?task=several-answers&data=confidential');
		const { blocks } = resultOf(answers, { ...facts, policy: { ...policy, evidencePack } });
		expect(wordsOf(blocks)).toContain('1 item, and 1 under a condition');
	});

	test('names tier, reasons, controls, approvers and review', () => {
		const { title, blocks, said } = result('?task=several-answers&data=confidential');
		const words = wordsOf(blocks);
		expect(title).toBe('Yes, with the controls of medium tier');
		for (const part of [
			'Its data is confidential.',
			'Technology (Platform team)',
			'Every 6 months',
			'/controls/logging/',
			'Logging',
		]) {
			expect(words).toContain(part);
		}
		expect(said).toContain('At least medium tier. 1 control.');
	});

	test('lists the open questions by the number that the form gives them', () => {
		const { blocks } = result('?data=confidential');
		const tier = blocks.find(
			(block): block is Extract<Block, { kind: 'group' }> =>
				block.kind === 'group' && block.title === 'Risk tier',
		);
		expect(wordsOf(tier)).toContain('#q-decidesAboutPerson');
		expect(wordsOf(result('?decidesAboutPerson=yes').blocks)).not.toContain('can raise it');
	});

	test('warns where nobody would decide', () => {
		expect(wordsOf(result('?task=serious-harm&effect=acts-alone').blocks)).toContain(
			'It must not act alone.',
		);
	});

	test('offers to compare what it found', () => {
		expect(wordsOf(result('?problem=triage').blocks)).toContain('/compare/?a=');
		expect(wordsOf(result('?problem=draft').blocks)).not.toContain('/compare/?a=');
	});

	test('says that nothing fits', () => {
		const isRefused = (query: string) => JSON.stringify(result(query).blocks).includes('"bad"');
		expect(wordsOf(result('?problem=check').blocks)).toContain('There is no pattern for this task');
		expect(isRefused('?problem=draft&data=restricted')).toBe(true);
		expect(isRefused('?problem=draft')).toBe(false);
	});

	test('exists for any answers, and links only to places of the site', () => {
		const some = fc.record(
			Object.fromEntries(
				questionIds.map((id) => [
					id,
					fc.constantFrom(...questionOf(id).options.map(({ value }) => value)),
				]),
			),
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(some, (answers) => {
				const { title, blocks } = resultOf(answers, facts);
				expect(title).not.toBe('');
				for (const to of linksOf(blocks)) expect(to).toMatch(/^(?:\/[a-z]|#q-)/);
			}),
		);
	});
});

function linksOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(linksOf);
	if (typeof value !== 'object' || value === null) return [];
	const own = 'to' in value && typeof value.to === 'string' ? [value.to] : [];
	return [...own, ...Object.values(value).flatMap(linksOf)];
}

test('a pattern can be asked for with the answers filled in', () => {
	const answers: Answers = { problem: 'triage', data: 'confidential' };
	const address = new URL(
		askFor(
			answers,
			{ tier: 'medium', reasons: ['Its data is confidential.'] },
			{ url: 'https://git.example/ai/catalogue' },
			'https://patterns.example/choose/?problem=triage',
		),
	);
	expect(address.pathname).toBe('/ai/catalogue/issues/new');
	expect(address.searchParams.get('title')).toBe('Pattern: triage and route');
	const text = address.searchParams.get('body') ?? '';
	expect(text).toContain('- What is the most sensitive data it uses? Confidential');
	expect(text).toContain('Tier so far: medium. Its data is confidential.');
	expect(text).toContain('https://patterns.example/choose/?problem=triage');
});

describe('the tables', () => {
	const sections = choiceTables(catalogue);
	const words = (id: string) => wordsOf(sections.find((section) => section.id === id)?.blocks);

	test('give every reason of the policy, and what each tier requires', () => {
		for (const { because } of policy.tiers) expect(words('tiers')).toContain(because);
		expect(words('tiers')).toContain('Every 3 months');
	});

	test('name the patterns of each task, and say where there is none', () => {
		expect(words('patterns-by-task')).toContain('/patterns/confidential/');
		expect(words('patterns-by-task')).toContain('None yet.');
	});

	test('say so where no condition adds a control', () =>
		expect(words('added-controls')).toContain('The policy adds no controls'));
});

test('the answers of a pattern lead to the tier of the pattern', () => {
	const words: Words = resultOf(answersOf(pattern('x', { data: 'confidential' }).data), facts).said;
	expect(words).toContain('Medium tier.');
});
