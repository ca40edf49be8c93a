/** What counts as an answer: one with a hole in it is answered in part, and says what is missing. */
import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { about, check, evaluation, recordFile } from '#tests/support/records.ts';
import { packOf } from '../../judge/evidence/pack.ts';
import type { Unnamed } from '../../judge/records/id.ts';
import { packAnswer } from './items.ts';
import { answersOf, answersWords } from './questions.ts';

const pattern = entry('patterns', 'summary');
const use = entry('use-cases', 'desk', { state: 'live', liveSince: '2026-03-02' });
const parts = [pattern, entry('prompts'), entry('controls', 'logging'), entry('models')];
const here = about(use, ...parts);
const { evidencePack } = minimal.policy();

/** The answers of a pack with these records and these items of the policy. */
function answers(records: readonly Unnamed[], items = evidencePack) {
	const policy = entry('policy', 'policy', { evidencePack: items });
	const file = records.length > 0 ? [recordFile(use, records)] : [];
	const catalogue = catalogueOf(use, ...parts, policy, ...file);
	const pack = packOf(use, catalogue);
	if (!pack) throw new Error('The use has no pack.');
	return answersOf(pack, catalogue);
}
const to = (words: string, all: ReturnType<typeof answers>) =>
	all.find(({ question }) => question.startsWith(words));

describe('whether it runs as approved', () => {
	const model: (typeof evidencePack)[number] = {
		item: 'Models',
		check: 'model-history',
		from: 'low',
		frameworks: [],
	};
	const run = evaluation(here);

	test('is answered in part while nobody has checked what runs, and says who checks it how', () => {
		const found = to('Which model', answers([run], [model]));
		expect(found?.state).toBe('partly');
		expect(found?.answer).toContain('npm run record check use-cases/desk');
	});

	test('is answered in part while a model has no run on record', () => {
		const found = to('Which model', answers([check(here)], [model]));
		expect(found).toMatchObject({ state: 'partly' });
		expect(found?.answer).toContain('with no run on record');
	});

	test('is answered with a run and a check', () => {
		expect(to('Which model', answers([run, check(here)], [model]))?.state).toBe('answered');
	});
});

test('an item that the tier does not ask for leaves no hole in the text', () => {
	for (const { answer, state } of answers([], [])) {
		expect(answer).not.toMatch(/undefined|^\.|^\s*$/);
		if (answer.includes('Missing')) expect(state).not.toBe('answered');
		// The state is beside the answer, so the answer does not say it again.
		if (state === 'missing') expect(answer).not.toMatch(/Missing/);
	}
});

test('an approval of nobody is missing, and the words count the answers by their state', () => {
	const all = answers([], []);
	expect(to('Who approved', all)?.state).toBe('missing');
	const count = (state: string) => all.filter((one) => one.state === state).length;
	expect(answersWords(all)).toBe(
		`The pack answers ${count('answered')} of 10 in full and ${count('partly')} in part. It says what is missing.`,
	);
});

test('the answer of a pack lists what is held, missing and lapsed in one sentence', () => {
	const pack = packOf(use, catalogueOf(use, ...parts));
	if (!pack) throw new Error('The use has no pack.');
	const items = (['missing', 'lapsed'] as const).map((state) => ({ ...pack.items[0], state }));
	expect(packAnswer({ ...pack, held: 1, items } as typeof pack)).toMatch(
		/is not complete: 1 of 2 items are held, 1 is missing and 1 has lapsed\.$/,
	);
});
