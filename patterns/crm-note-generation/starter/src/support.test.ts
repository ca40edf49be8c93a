import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GatewayError } from './gateway/gateway.ts';
import { promptNamed, readPrompts } from './prompts/prompt-library.ts';
import { ROOT } from './root.ts';
import { checkSupport } from './support.ts';
import { AGREED, CONTRADICTED, GOOD, outcome, scripted, staged, TEXT } from './testing.ts';

const { output } = promptNamed('check-note-support', await readPrompts(ROOT));
const problemsOf = (answer: unknown) =>
	checkSupport(JSON.stringify(answer), output, [{ id: 'f1' }, { id: 'c1' }], TEXT).problems;
const [first, second] = AGREED.verdicts;
const flags = (notes: Awaited<ReturnType<typeof staged>>['notes']) =>
	Object.fromEntries(
		(notes.look('one')?.lines ?? []).flatMap(({ id, flag }) => (flag ? [[id, flag]] : [])),
	);

test('output-validation: a verdict for each line with words of the text is accepted', () => {
	assert.deepEqual(problemsOf(AGREED), []);
	assert.deepEqual(problemsOf(CONTRADICTED), []);
});

for (const [what, answer] of [
	['a line without a verdict', { ...AGREED, verdicts: [first] }],
	['verdicts in another order', { ...AGREED, verdicts: [second, first] }],
	[
		'support by words nobody said',
		{ ...AGREED, verdicts: [{ ...first, evidence: 'We will order.' }, second] },
	],
	['support by no words', { ...AGREED, verdicts: [{ ...first, evidence: null }, second] }],
	[
		'a missed promise nobody made',
		{ ...AGREED, missed: [{ side: 'ours', what: 'pay', quote: 'I will pay it all.' }] },
	],
	['a fourth verdict', { ...AGREED, verdicts: [{ ...first, verdict: 'likely' }, second] }],
] as const) {
	test(`output-validation: of the checking model, ${what} is not taken`, () => {
		assert.ok(problemsOf(answer).length > 0);
	});
}

test('the checking model gets the statements without their quotes, and its verdict flags the line', async () => {
	const gateway = scripted([GOOD], [CONTRADICTED]);
	const { draft, notes } = await staged({ gateway });
	await draft();
	const [, check] = gateway.calls;
	assert.equal(check?.model, 'small-fast');
	assert.match(
		check?.messages[1]?.content ?? '',
		/c1: Ours: send the volume terms, due 2026-11-23\./,
	);
	assert.deepEqual(flags(notes), { f1: 'contradicted' });
});

test('output-validation: a check that fails twice holds the draft', async () => {
	const gateway = scripted([GOOD], ['Looks good.']);
	const { draft, notes } = await staged({ gateway });
	assert.deepEqual(outcome(await draft()), ['held', 'answer-rejected']);
	assert.deepEqual([gateway.calls.length, notes.look('one')], [3, undefined]);
});

test('model-version-pinning: a model that checks its own draft leaves every line unchecked', async () => {
	const gateway = scripted();
	const { draft, notes } = await staged({ gateway, model: 'small-fast' });
	await draft();
	assert.deepEqual(
		gateway.calls.map(({ model }) => model),
		['small-fast', 'small-fast'],
	);
	assert.deepEqual(flags(notes), { f1: 'unchecked', c1: 'unchecked' });
});

test('model-version-pinning: the alias of the environment moves the draft and never the check onto it', async () => {
	const gateway = scripted();
	const { draft, notes } = await staged({ gateway, model: 'general-chat' });
	await draft();
	assert.deepEqual(
		gateway.calls.map(({ model }) => model),
		['general-chat', 'small-fast'],
	);
	assert.deepEqual(flags(notes), {});
});

test('model-version-pinning: while the drafting model stands in for the check, every line is unchecked', async () => {
	const inner = scripted();
	const ask: typeof inner.ask = (call) => {
		if (call.model === 'small-fast') throw new GatewayError('it is down.');
		return inner.ask(call);
	};
	const { draft, notes } = await staged({ gateway: { about: 'half down', ask } });
	await draft();
	assert.deepEqual(flags(notes), { f1: 'unchecked', c1: 'unchecked' });
});
