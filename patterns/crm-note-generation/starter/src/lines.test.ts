import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftShape } from './draft.ts';
import { decided, noteOf, quotedLines, reviewLines, undecided } from './lines.ts';
import type { Missed, Verdict } from './support.ts';
import { GOOD } from './testing.ts';

const { commitments, ...rest } = draftShape(GOOD, 'the draft');
const draft = { ...rest, commitments: commitments.map((one) => ({ ...one, due: '2026-11-23' })) };
const quoted = quotedLines(draft);
const missed: Missed = {
	side: 'theirs',
	what: 'send the address',
	quote: 'I will send the address.',
};
const linesWith = (verdict: Verdict, ...left: Missed[]) =>
	reviewLines(draft, quoted, {
		verdicts: new Map([
			['f1', verdict],
			['c1', 'supported'],
		]),
		missed: left,
	});
const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

test('approval-gate: a line that the text supports needs no decision, every other one does', () => {
	assert.deepEqual(undecided(linesWith('supported')), []);
	for (const verdict of ['contradicted', 'not-stated', 'unchecked'] as const) {
		assert.deepEqual(ids(undecided(linesWith(verdict))), ['f1']);
	}
});

test('approval-gate: a promise that was left out waits for a decision and is in no note before', () => {
	const lines = linesWith('supported', missed);
	assert.deepEqual(ids(undecided(lines)), ['m1']);
	assert.deepEqual(noteOf(lines, 't').note_commitments, [
		'Ours: send the volume terms, due 2026-11-23.',
	]);
	assert.deepEqual(noteOf(decided(lines, 'm1', { word: 'keep' }), 't').note_commitments, [
		'Ours: send the volume terms, due 2026-11-23.',
		'Theirs: send the address.',
	]);
});

test('approval-gate: where the text addresses a machine every line waits for a decision', () => {
	const support = { verdicts: new Map([['f1', 'supported' as const]]), missed: [] };
	const lines = reviewLines({ ...draft, instructionsInText: true }, quoted, support);
	assert.equal(undecided(lines).length, lines.length);
});

test('approval-gate: what a dropped line said may still be in the summary, so that waits, too', () => {
	const lines = decided(linesWith('contradicted'), 'f1', { word: 'drop' });
	assert.deepEqual(noteOf(lines, 't').note_facts, []);
	assert.deepEqual(ids(undecided(lines)), ['summary']);
	assert.deepEqual(undecided(decided(lines, 'summary', { word: 'keep' })), []);
	assert.deepEqual(undecided(decided(linesWith('contradicted'), 'f1', { word: 'keep' })), []);
});

test('human-override: any line can be dropped or rewritten, also one without a flag', () => {
	const rewrite = { word: 'rewrite', text: 'send the terms', due: '2026-11-24' } as const;
	let lines = decided(linesWith('supported'), 'c1', rewrite);
	lines = decided(lines, 'outcome', { word: 'rewrite', text: 'unchanged' });
	lines = decided(lines, 'opportunity', { word: 'drop' });
	const note = noteOf(lines, 't');
	assert.deepEqual(note.note_commitments, ['Ours: send the terms, due 2026-11-24.']);
	assert.deepEqual([note.note_outcome, note.note_opportunity], ['unchanged', null]);
});
