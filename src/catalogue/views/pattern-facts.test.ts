import { expect, test } from 'vitest';
import { catalogueOf, entry, soundEntries } from '#tests/support/build.ts';
import { patternDigest } from '../approval/digest.ts';
import { connectorsAnswer, connectorsOf } from './pattern-connectors.ts';
import { evaluationOf } from './pattern-evaluation.ts';
import { headOf } from './pattern-head.ts';
import { patternPage } from './pattern-page.ts';
import { gatesOf, rolloutAnswer } from './pattern-record.ts';
import { inside } from './pattern-words.ts';

const pattern = entry('patterns');

test('the digest covers the prompts and cases of the folder and nothing else', () => {
	const prompt = entry('prompts', 'ask', {}, { parent: 'summary' });
	const changed = entry('prompts', 'ask', { version: '1.0.1' }, { parent: 'summary' });
	const elsewhere = entry('prompts', 'other', {}, { parent: 'another' });
	const digest = patternDigest(pattern, catalogueOf(pattern, prompt));
	expect(patternDigest(pattern, catalogueOf(pattern, changed))).not.toBe(digest);
	expect(patternDigest(pattern, catalogueOf(pattern, prompt, elsewhere))).toBe(digest);
});

test('a connector used twice is one row with both accesses', () => {
	const gateway = entry('connectors', 'gateway', { title: 'Gateway', ceiling: 'internal' });
	const [use] = pattern.data.connectors;
	if (!use) throw new Error('The minimal pattern uses a connector.');
	const twice = entry('patterns', 'summary', {
		connectors: [use, { ...use, access: 'read', data: 'confidential' }],
	});
	const rows = connectorsOf(twice, catalogueOf(twice, gateway));
	expect(rows.map(({ uses, fits }) => [uses.length, fits])).toEqual([[2, false]]);
	expect(connectorsAnswer(rows)).toContain('More than the ceiling allows passes through Gateway.');
});

test('without a run the limits stand and nothing is called passed', () => {
	const { answer, rows } = evaluationOf(pattern);
	expect(answer).toBe('No run is recorded. Five limits stand.');
	expect(rows.every(({ result, state }) => result === undefined && state === undefined)).toBe(true);
});

test('a result outside its limit fails the run', () => {
	const { evaluation } = pattern.data;
	const [limit] = evaluation.limits;
	if (!limit) throw new Error('The minimal pattern has limits.');
	const lastRun = {
		date: '2026-11-01',
		model: 'small',
		modelVersion: 'small-1',
		passed: 8,
		total: 10,
		results: [{ dimension: limit.dimension, value: 80 }],
	};
	const run = entry('patterns', 'summary', { evaluation: { ...evaluation, lastRun } });
	expect(evaluationOf(run)).toMatchObject({ state: 'failed' });
	expect(evaluationOf(run).answer).toContain('8 of 10 cases passed on 1 November 2026');
});

test('no approval is claimed, whatever the status says', () => {
	const stamps = (['draft', 'proposed', 'approved', 'withdrawn'] as const).map((status) => {
		const one = entry('patterns', 'summary', { status });
		return headOf(one, catalogueOf(one)).approval.stamp;
	});
	expect(stamps).toEqual([
		'Not yet proposed',
		'In review: technology must approve',
		'No complete approval is bound to this content',
		'No successor is named',
	]);
});

test('the answer on roll-out counts what stands before the next stage', () => {
	const catalogue = catalogueOf(pattern);
	expect(rolloutAnswer(gatesOf(pattern, catalogue))).toMatch(
		/^At pilot, stage 1 of 5\. .+ before early production; none is recorded as met\.$/,
	);
});

test('the eight rows at a glance lead to sections in their order', async () => {
	const { glance } = await patternPage(pattern, catalogueOf(...soundEntries()));
	expect(glance.map(({ section }) => section)).toEqual(
		'fit architecture connectors risks controls evaluation metrics used-by'.split(' '),
	);
});

test.each([
	['Model gateway.', 'model gateway'],
	['CRM', 'CRM'],
])('inside a sentence "%s" reads "%s"', (text, words) => {
	expect(inside(text)).toBe(words);
});
