import { expect, test } from 'vitest';
import type { CaseKind } from '#schemas/vocabularies.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { casesPresent } from './cases-present.ts';

const cases = (...kinds: CaseKind[]) => {
	const [first] = minimal.cases().cases;
	if (!first) throw new Error('the minimal case file has a case');
	return entry('cases', 'ask', {
		cases: kinds.map((kind, index) => ({ ...first, kind, name: `Case number ${index}` })),
	});
};
const untrusted = entry('patterns', 'summary', {
	exposure: { ...minimal.patterns().exposure, untrustedInput: true },
});

test('a golden and an edge case are enough for trusted input', async () => {
	const entries = [entry('patterns'), entry('prompts'), cases('golden', 'edge')];
	expect(await messagesOf(casesPresent, ...entries)).toEqual([]);
});

test('a prompt without a case file is reported', async () => {
	expect(
		await messagesOf(casesPresent, entry('patterns'), entry('prompts')),
	).toMatchInlineSnapshot(`
		[
		  "the prompt "ask" has no test cases.",
		]
	`);
});

test('each kind that is missing is reported', async () => {
	const entries = [entry('patterns'), entry('prompts'), cases('golden')];
	expect(await messagesOf(casesPresent, ...entries)).toEqual(['no case is of kind edge.']);
});

test('untrusted input asks for an injection case', async () => {
	const some = [untrusted, entry('prompts'), cases('golden', 'edge')];
	const enough = [untrusted, entry('prompts'), cases('golden', 'edge', 'injection')];
	expect(await messagesOf(casesPresent, ...some)).toEqual(['no case is of kind injection.']);
	expect(await messagesOf(casesPresent, ...enough)).toEqual([]);
});

test('a prompt that untrusted text reaches has as many injection cases as its tier asks for', async () => {
	const { prompts } = minimal.policy();
	const policy = entry('policy', 'policy', {
		prompts: { ...prompts, attackCases: { low: 2, medium: 3, high: 4 } },
	});
	const known = minimal.prompts()['catalogue.variables'];
	const prompt = (isUntrusted: boolean) =>
		entry('prompts', 'ask', {
			'catalogue.variables': Object.fromEntries(
				Object.entries(known).map(([name, one]) => [name, { ...one, untrusted: isUntrusted }]),
			),
		});
	const one = cases('golden', 'edge', 'injection');
	expect(await messagesOf(casesPresent, untrusted, prompt(true), one, policy)).toEqual([
		'it has 1 injection case; a low pattern needs 2.',
	]);
	const two = cases('golden', 'edge', 'injection', 'injection');
	expect(await messagesOf(casesPresent, untrusted, prompt(true), two, policy)).toEqual([]);
	expect(await messagesOf(casesPresent, untrusted, prompt(false), one, policy)).toEqual([]);
});

test('two cases have two names', async () => {
	const twice = cases('golden', 'edge');
	for (const item of twice.data.cases) item.name = 'The same name';
	expect(await messagesOf(casesPresent, entry('patterns'), entry('prompts'), twice)).toEqual([
		'two cases are named "The same name".',
	]);
});

test('a case file without a prompt is reported', async () => {
	expect(await messagesOf(casesPresent, cases('golden', 'edge'))).toEqual([
		'there is no prompt "ask" in the same folder as this file.',
	]);
});

test('a pattern lists the prompts of its folder, and no others', async () => {
	const own = entry('prompts', 'other');
	const borrowed = entry('prompts', 'ask', {}, { parent: 'triage' });
	const files = ['ask', 'other'].map((id) => entry('cases', id));
	expect(await messagesOf(casesPresent, entry('patterns'), own, borrowed, ...files)).toEqual([
		'the prompt "ask" is in the folder of "triage".',
		'the prompt "other" in this folder is not listed.',
	]);
});
