import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDraft } from './check.ts';
import { promptNamed, readPrompts } from './prompts/prompt-library.ts';
import { ROOT } from './root.ts';
import { GOOD, TEXT } from './testing.ts';

const { output } = promptNamed('note-from-interaction', await readPrompts(ROOT));
const material = {
	text: TEXT,
	about: { kind: 'call' as const, date: '2026-11-19' },
	account: {
		name: 'Larkmoor Furnishings',
		openOpportunities: [{ id: 'OPP-1', name: 'Label printers' }],
		outcomes: ['advanced', 'unclear'],
	},
};
const problemsOf = (answer: unknown) =>
	checkDraft(typeof answer === 'string' ? answer : JSON.stringify(answer), output, material)
		.problems;
const [fact] = GOOD.facts;
const [promise] = GOOD.commitments;
const abstention = {
	...GOOD,
	status: 'abstain',
	abstainReason: 'too-little',
	outcome: 'unclear',
	opportunityId: null,
	facts: [],
	commitments: [],
	summary: '',
};

for (const [what, answer] of [
	['a draft with quotes of the text', GOOD],
	['a draft without an opportunity', { ...GOOD, opportunityId: null }],
	['a promise without a day', { ...GOOD, commitments: [{ ...promise, dueWords: null }] }],
	['an abstention with its reason', abstention],
] as const) {
	test(`output-validation: ${what} is taken`, () => assert.deepEqual(problemsOf(answer), []));
}

for (const [what, answer, problem] of [
	[
		'a fact nobody said',
		{ ...GOOD, facts: [{ ...fact, quote: 'We order forty units in January.' }] },
		/fact 1 is not in the text/,
	],
	[
		'a promise nobody made',
		{ ...GOOD, commitments: [{ ...promise, quote: 'I will grant you a discount.' }] },
		/commitment 1 is not in the text/,
	],
	['a quote of two words', { ...GOOD, facts: [{ ...fact, quote: 'forty units' }] }, /has 2 words/],
	['an empty quote', { ...GOOD, facts: [{ ...fact, quote: '' }] }, /is not in the text/],
	[
		'an opportunity that is not listed',
		{ ...GOOD, opportunityId: 'OPP-9999' },
		/opportunity that is not on the list/,
	],
	[
		'an outcome the CRM does not list',
		{ ...GOOD, outcome: 'ended' },
		/outcome the CRM does not list/,
	],
	[
		'words about time that nobody said',
		{ ...GOOD, commitments: [{ ...promise, dueWords: 'by Thursday' }] },
		/words about time/,
	],
	['a date of its own', { ...GOOD, commitments: [{ ...promise, due: '2026-11-23' }] }, /due/],
	['nine facts', { ...GOOD, facts: Array(9).fill(fact) }, /more than 8/],
	['a summary of 61 words', { ...GOOD, summary: 'word '.repeat(61) }, /summary of 61 words/],
	['a note without a line', { ...GOOD, facts: [], commitments: [] }, /without a line/],
	[
		'a note with a reason to abstain',
		{ ...GOOD, abstainReason: 'too-little' },
		/reason to abstain/,
	],
	['a field nobody asked for', { ...GOOD, stage: 'won' }, /nobody asked for/],
	['a third side', { ...GOOD, commitments: [{ ...promise, side: 'both' }] }, /not one of/],
	['an abstention without a reason', { ...abstention, abstainReason: null }, /without its reason/],
	['an abstention with a fact', { ...abstention, facts: [fact] }, /abstention with a note/],
	['a sentence before the JSON', `Here it is: ${JSON.stringify(GOOD)}`, /not a single JSON object/],
] as const) {
	test(`output-validation: ${what} is not taken`, () => {
		assert.match(problemsOf(answer).join(' '), problem);
	});
}
