import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from './check.ts';
import { assertBriefPolicy, assertGrounded, type Material, releaseBrief } from './release.ts';
import { TEXT } from './testing.ts';
import type { Verdict } from './verify.ts';

const source = (id: string, text = TEXT) => ({
	id,
	title: 'Loan',
	owner: 'Workplace Services',
	updated: '2026-08-03',
	text,
});
const QUOTE = 'are lent for up to 14 days';
const verdictOf = (word: Verdict['verdict'], quote = QUOTE): Verdict => ({
	number: 1,
	verdict: word,
	quote,
	problem: word === 'supported' ? '' : 'The pool is missing.',
});

/** This many statements that cite K1, with these verdicts. */
function material(verdicts: Verdict[], more: Partial<Draft> = {}, uncited = 0): Material {
	const statements = verdicts.map((_, index) => ({ text: `Statement ${index}.`, sources: ['K1'] }));
	const draft: Draft = {
		decision: 'answered',
		title: 'Loans',
		statements,
		conflicts: [],
		missing: [],
		suspiciousSources: [],
		...more,
	};
	const lost = Array.from({ length: uncited }, () => ({ text: 'Lost.', sources: [] }));
	const sources = [source('K1'), source('K2', 'Laptops are kept for up to 15 days.')];
	return { draft, verdicts, uncited: lost, sources, notes: [] };
}

const rule = { statements: 5, abstainOverOneIn: 3 };
const supported = verdictOf('supported');

test('grounding-citations: a supported statement with its quote in the passage is shown', () => {
	const { brief, dropped } = releaseBrief(material([supported]));
	assert.deepEqual([brief.decision, brief.statements.length, dropped], ['answered', 1, {}]);
	assert.equal(brief.statements[0]?.mark, undefined);
});

test('grounding-citations: a statement supported in part is shown and marked', () => {
	const { brief } = releaseBrief(material([verdictOf('partly')]));
	assert.equal(brief.statements[0]?.mark, 'In part: The pool is missing.');
});

for (const [what, verdict, why] of [
	['an unsupported statement', verdictOf('unsupported', ''), 'unsupported'],
	['a contradicted statement', verdictOf('contradicted'), 'contradicted'],
	[
		'support with a changed number',
		verdictOf('supported', 'are lent for up to 15 days'),
		'no-quote',
	],
	['support without a quote', verdictOf('supported', ''), 'no-quote'],
	['part support without a quote', verdictOf('partly', ''), 'no-quote'],
	[
		'a quote from a source it does not cite',
		verdictOf('supported', 'kept for up to 15 days'),
		'no-quote',
	],
] as const) {
	test(`grounding-citations: ${what} is dropped, and the brief is partial`, () => {
		const { brief, dropped } = releaseBrief(material([supported, verdict, supported]));
		assert.deepEqual(dropped, { [why]: 1 });
		assert.deepEqual([brief.decision, brief.statements.length], ['partial', 2]);
		assert.match(brief.notes.join(), /Left out because no source supports it: 1/);
	});
}

test('grounding-citations: a statement without a verdict is dropped', () => {
	const missing = { ...material([supported, supported]), verdicts: [supported] };
	assert.deepEqual(releaseBrief(missing).dropped, { unsupported: 1 });
});

test('grounding-citations: a third dropped is shown, more than a third is not', () => {
	const no = verdictOf('unsupported', '');
	const third = releaseBrief(material([supported, supported, no]));
	assert.doesNotThrow(() => assertGrounded(third, rule));
	const half = releaseBrief(material([supported, supported], {}, 2));
	assert.throws(() => assertGrounded(half, rule), { reason: 'ungrounded' });
	assert.throws(() => assertGrounded(third, { ...rule, abstainOverOneIn: 4 }), {
		reason: 'ungrounded',
	});
});

test('grounding-citations: a conflict is shown with both sources, one with an invented figure is not', () => {
	const about = 'K1 says up to 14 days (2026-08-03), K2 says 15.';
	const real = { about, sources: ['K1', 'K2'] };
	const conflicts = [real, { ...real, about: 'K1 says 14 days, K2 says 30.' }];
	const released = releaseBrief(material([], { decision: 'partial', conflicts }));
	assert.deepEqual(released.brief.conflicts, [real]);
	assert.equal(released.conflictsDropped, 1);
	assert.deepEqual(
		released.brief.sources.map(({ id }) => id),
		['K1', 'K2'],
	);
	assert.doesNotThrow(() => assertGrounded(released, rule));
});

test('grounding-citations: when nothing is left there is no brief', () => {
	const conflicts = [{ about: 'K2 says 30.', sources: ['K1', 'K2'] }];
	const released = releaseBrief(material([], { decision: 'partial', conflicts }));
	assert.throws(() => assertGrounded(released, rule), { reason: 'ungrounded' });
});

test('grounding-citations: a setting looser than approved stops the start', () => {
	assert.doesNotThrow(() => assertBriefPolicy(rule));
	for (const looser of [{ statements: 9 }, { statements: 2 }, { abstainOverOneIn: 2 }]) {
		assert.throws(() => assertBriefPolicy({ ...rule, ...looser }), /3/);
	}
});
