import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPass } from './check.ts';
import { accessShape } from './controls/access-control.ts';
import { readPolicy } from './policy/read-policy.ts';
import { promptNamed, readPrompts } from './prompts/prompt-library.ts';
import { ROOT } from './root.ts';
import { readSchemas, schemaOf } from './schemas.ts';
import { absent, answer, outcome, PAGE, scripted, staged } from './testing.ts';

const { output } = promptNamed('extract-to-schema', await readPrompts(ROOT));
const access = readPolicy(ROOT, 'policy/access.yaml', accessShape);
const schema = schemaOf('insurance-certificate', readSchemas(ROOT, access));
const checked = (given: unknown) =>
	checkPass(JSON.stringify(given), output, schema, [{ number: 1, text: PAGE }]);

test('output-validation: an answer with every quote on its page is accepted whole', () => {
	const { problems, readings } = checked(answer());
	assert.deepEqual(problems, []);
	assert.equal(readings.get('cover_per_claim')?.value, '5000000.00 GBP');
});

test('output-validation: a field that is absent counts as no value', () => {
	const { problems, readings } = checked(answer({ deductible: absent }));
	assert.deepEqual([problems, readings.get('deductible')?.value], [[], undefined]);
});

for (const [what, field] of [
	['a quote that is nowhere', { quote: 'Limit: GBP 9,000,000 any one claim' }],
	['a quote of another page', { page: 2 }],
	['no quote', { quote: null }],
	['no page', { page: null }],
	['a quote that does not support it', { value: '6000000.00 GBP' }],
	['another form', { value: '5000000 GBP' }],
	['a confidence of 95', { confidence: 95 }],
	['no value and the state found', { value: null }],
	['a value and the state absent', { state: 'absent' }],
	['half the document as its quote', { quote: `${PAGE} and more words` }],
] as const) {
	test(`output-validation: a value with ${what} is no value`, () => {
		const { problems, readings } = checked(answer({ cover_per_claim: field }));
		assert.equal(problems.length, 1);
		assert.equal(readings.get('cover_per_claim')?.value, undefined);
		assert.equal(readings.get('insured')?.value, 'Quillmarsh Fencing Ltd');
	});
}

const { fields } = answer();
for (const [what, given] of [
	['a field nobody asked for', { ...answer(), approved: true }],
	['one field more', { ...answer(), fields: [...fields, { ...fields[0], name: 'approved' }] }],
	['one field less', { ...answer(), fields: fields.slice(1) }],
	['another order', { ...answer(), fields: fields.toReversed() }],
	['no flag', { ...answer(), instructionsInText: undefined }],
	['an unknown state', answer({ insured: { state: 'guessed' } })],
] as const) {
	test(`output-validation: an answer with ${what} gives no value at all`, () => {
		const { problems, readings } = checked(given);
		assert.ok(problems.length > 0);
		assert.equal(readings.size, 0);
	});
}

test('output-validation: what fails is asked for once more with the reason, then it counts as no value', async () => {
	const wrong = answer({ insured: { quote: 'Insured: Someone Else' } });
	const gateway = scripted({ 'general-chat': [wrong] });
	const { shown } = await staged({ gateway });
	const { field } = await shown();
	const own = gateway.calls.filter(({ model }) => model === 'general-chat');
	assert.deepEqual(
		own.map(({ prompt, messages }) => [
			prompt,
			/<last_problems>\n[^<]{10,}<\/last_problems>/.test(messages.at(-1)?.content ?? ''),
		]),
		[
			['extract-to-schema', false],
			['extract-to-schema', true],
			['reconcile-extractions', false],
			['reconcile-extractions', true],
		],
	);
	assert.deepEqual(field('insured')?.why, ['no-value', 'unresolved']);
});

test('output-validation: a second answer that passes is used', async () => {
	const { shown } = await staged({ gateway: scripted({ 'general-chat': ['Hm.', answer()] }) });
	assert.deepEqual((await shown()).field('insured')?.why, []);
});

test('output-validation: when neither pass can be used a person gets the document', async () => {
	const gateway = scripted({ 'general-chat': ['Hm.'], 'long-context': ['Hm.'] });
	const { extraction } = await staged({ gateway });
	assert.deepEqual(outcome(await extraction.handle('one')), ['held', 'answer-rejected']);
	assert.equal(gateway.calls.length, 4);
});

test('output-validation: a document both passes call another type is held, one opens every field', async () => {
	const other = answer({}, { documentMatches: false });
	const both = await staged({
		gateway: scripted({ 'general-chat': [other], 'long-context': [other] }),
	});
	assert.deepEqual(outcome(await both.extraction.handle('one')), ['held', 'wrong-type']);
	const one = await staged({ gateway: scripted({ 'general-chat': [other] }) });
	assert.ok((await one.shown()).fields.every(({ why }) => why.includes('type-doubted')));
});
