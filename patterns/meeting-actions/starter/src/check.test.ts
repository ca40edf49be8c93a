import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswer } from './check.ts';
import { promptNamed, readPrompts } from './prompts/prompt-library.ts';
import { ROOT } from './root.ts';

const { output } = promptNamed('extract-actions', await readPrompts(ROOT));

const RECORD = `P1: We move on the 19th of December.
P2: I will count all 42 keys and send you the number by Friday.
P1: X1 could look at the plants some time.`;

const action = {
	action: 'Count the keys.',
	owner: 'P2',
	ownerGap: null,
	dueWords: 'by Friday',
	quote: 'I will count all 42 keys',
};
const decision = {
	decision: 'The move is on 19 December.',
	quote: 'We move on the 19th of December',
};
const point = { point: 'The plants are open.', quote: 'X1 could look at the plants' };
const answer = {
	status: 'list',
	abstainReason: null,
	decisions: [decision],
	actions: [action],
	openPoints: [point],
	more: false,
	sensitiveOmitted: false,
	instructionsInRecord: false,
};
const empty = { decisions: [], actions: [], openPoints: [] };
const abstention = { ...answer, ...empty, status: 'abstain', abstainReason: 'too-little' };

const checked = (given: unknown) =>
	checkAnswer(JSON.stringify(given), output, {
		record: RECORD,
		present: ['P1', 'P2'],
		isKnown: (mark) => ['P1', 'P2', 'P3', 'X1'].includes(mark),
		meetingDate: '2026-11-17',
	});
const withAction = (change: object) => checked({ ...answer, actions: [{ ...action, ...change }] });

test('output-validation: lines with a correct quote, owner and date are accepted', () => {
	const { problems, dropped, lines } = checked(answer);
	assert.deepEqual([problems, dropped], [[], []]);
	assert.deepEqual(
		lines.map(({ kind, owner, due }) => [kind, owner, due]),
		[
			['decision', undefined, undefined],
			['action', 'P2', '2026-11-20'],
			['open-point', undefined, undefined],
		],
	);
});

test('output-validation: an abstention with its reason is accepted and gives no line', () => {
	const { problems, lines, abstainReason } = checked(abstention);
	assert.deepEqual([problems, lines, abstainReason], [[], [], 'too-little']);
});

test('output-validation: an empty list is an answer', () => {
	assert.deepEqual(checked({ ...answer, ...empty }).problems, []);
});

for (const [quote, reason] of [
	['I will count all 43 keys', 'quote-not-in-record'],
	['i will count all 42 keys', 'quote-not-in-record'],
	['', 'quote-not-in-record'],
	['count all', 'quote-length'],
] as const) {
	test(`output-validation: a line with the quote "${quote}" is dropped, whatever its kind`, () => {
		const all = checked({
			...answer,
			decisions: [{ ...decision, quote }],
			actions: [{ ...action, quote }],
			openPoints: [{ ...point, quote }],
		});
		assert.deepEqual([all.lines, all.dropped], [[], [reason, reason, reason]]);
	});
}

test('output-validation: a quote of more than 30 words is dropped', () => {
	const quote = RECORD.split('\n').join(' ');
	const long = checkAnswer(
		JSON.stringify({ ...answer, ...empty, openPoints: [{ ...point, quote }] }),
		output,
		{
			record: RECORD,
			present: [],
			isKnown: () => true,
			meetingDate: '2026-11-17',
		},
	);
	assert.deepEqual(long.dropped, ['quote-length']);
});

test('output-validation: a line about a mark that nobody has is dropped', () => {
	assert.deepEqual(withAction({ action: 'P7 counts the keys.' }).dropped, ['unknown-mark']);
});

for (const owner of ['P3', 'X1', 'P9', 'Bo', 'the chair']) {
	test(`output-validation: the owner "${owner}" was not present, and is taken off the line`, () => {
		const { lines, dropped } = withAction({ owner });
		const [line] = lines.filter(({ kind }) => kind === 'action');
		assert.deepEqual(
			[line?.owner, line?.ownerGap, dropped],
			[undefined, 'absent', ['owner-not-present']],
		);
	});
}

for (const [change, due, reasons] of [
	[{ dueWords: null }, undefined, []],
	[{ dueWords: 'some time' }, undefined, []],
	[{ dueWords: 'by Thursday' }, undefined, ['words-not-in-record']],
] as const) {
	test(`output-validation: ${JSON.stringify(change)} gives no day`, () => {
		const { lines, dropped } = withAction(change);
		const [line] = lines.filter(({ kind }) => kind === 'action');
		assert.deepEqual([line?.due, line?.owner, dropped], [due, 'P2', reasons]);
	});
}

test('output-validation: a date of the model is a field nobody asked for', () => {
	assert.ok(withAction({ due: '2026-11-20' }).problems.length > 0);
});

for (const [what, given] of [
	['a field nobody asked for', { ...answer, mail: 'Dear all' }],
	['no list of decisions', { ...answer, decisions: undefined }],
	['an unknown status', { ...answer, status: 'maybe' }],
	['a list with a reason to abstain', { ...answer, abstainReason: 'too-little' }],
	['an abstention without a reason', { ...abstention, abstainReason: null }],
	['an abstention with a line', { ...abstention, actions: [action] }],
	['an owner with a gap', { ...answer, actions: [{ ...action, ownerGap: 'several' }] }],
	['no owner and no gap', { ...answer, actions: [{ ...action, owner: null }] }],
	['13 decisions', { ...answer, decisions: Array(13).fill(decision) }],
	['21 actions', { ...answer, actions: Array(21).fill(action) }],
	['9 open points', { ...answer, openPoints: Array(9).fill(point) }],
] as const) {
	test(`output-validation: an answer with ${what} is not used`, () => {
		assert.ok(checked(given).problems.length > 0);
	});
}
