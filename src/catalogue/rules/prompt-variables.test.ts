import { describe, expect, test } from 'vitest';
import type { Prompt } from '#schemas/prompt.ts';
import { entry, findingsIn, messagesOf, problemsOf, shown } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { promptVariables } from './prompt-variables.ts';

const note = {
	label: 'Name',
	dataClass: 'internal',
	untrusted: false,
	personalData: 'none',
} as const;
type Notes = Prompt['catalogue.variables'];
const prompt = (schema: Record<string, unknown>, notes: Notes, body: string) =>
	entry('prompts', 'ask', { input: { schema }, 'catalogue.variables': notes }, { body });
const filledWith = (input: Record<string, unknown>) =>
	entry('cases', 'ask', {
		cases: minimal
			.cases()
			.cases.map((item) => ({ ...item, input }))
			.slice(0, 1),
	});

test('a prompt whose variables agree is fine', async () => {
	expect(await messagesOf(promptVariables, entry('prompts'), entry('cases'))).toEqual([]);
});

describe('declared, described, used', () => {
	const name = { name: 'string, who' };
	const limited = { name: { ...note, maxLength: 50 } };

	test('a variable of the template is declared', async () => {
		const { source } = entry('prompts');
		const line = source.split('\n').indexOf('{{question}}') + 1;
		const text = source.replace('{{question}}', 'About {{question}} and {{questoin}}');
		const found = await findingsIn('patterns/summary/prompts/ask.prompt', text);
		expect(found.map(shown)).toEqual([
			`${line}:26 the template uses {{questoin}}, which the input schema does not declare.`,
		]);
		expect(found[0]?.fix).toBe('Did you mean "question"?');
	});

	test('a declared variable is used', async () => {
		expect(await messagesOf(promptVariables, prompt(name, limited, 'Hello.'))).toEqual([
			'the variable "name" is declared but never used.',
		]);
	});

	test('a declared variable is described', async () => {
		expect(await messagesOf(promptVariables, prompt(name, {}, 'Hello {{name}}.'))).toEqual([
			'the variable "name" has no note in catalogue.variables.',
		]);
	});

	test('a note describes a declared variable', async () => {
		const notes = { ...limited, nam: note };
		expect(await problemsOf(promptVariables, prompt(name, notes, 'Hello {{name}}.'))).toMatchObject(
			[
				{
					path: ['catalogue.variables', 'nam'],
					message: 'catalogue.variables describes "nam", which the input schema does not declare.',
					fix: 'Did you mean "name"?',
				},
			],
		);
	});

	test('free text and lists have a limit', async () => {
		const schema = { name: 'string, who', 'tags(array, what)': 'string' };
		const body = '{{name}}{{#each tags}}{{this}}{{/each}}';
		expect(
			await messagesOf(promptVariables, prompt(schema, { name: note, tags: note }, body)),
		).toEqual(['the free text "name" has no limit.', 'the list "tags" has no limit.']);
	});

	test('a schema that is no picoschema is one problem', async () => {
		expect(
			await messagesOf(promptVariables, prompt({ name: 'strin' }, limited, '{{name}}')),
		).toEqual(["the input schema is not picoschema: Picoschema: unsupported scalar type 'strin'."]);
	});

	test('a template outside the subset is a problem at its place', async () => {
		const [problem] = await problemsOf(
			promptVariables,
			prompt(name, limited, '\nHello {{> part}}'),
		);
		expect(problem).toMatchObject({
			message: 'a partial ({{> name}}) is not supported in templates.',
			spot: { column: 7 },
		});
	});
});

describe('values of a case', () => {
	const schema = {
		text: 'string, free text',
		'kind?(enum, which)': ['short', 'long'],
		'tags?(array, words)': 'string',
	};
	const notes = {
		text: { ...note, maxLength: 5 },
		kind: note,
		tags: { ...note, maxItems: 2 },
	};
	const body = '{{text}}{{kind}}{{#each tags}}{{this}}{{/each}}';
	const check = (input: Record<string, unknown>) =>
		messagesOf(promptVariables, prompt(schema, notes, body), filledWith(input));

	test.each([
		[
			'a key the prompt does not take',
			{ text: 'a', txt: 'b' },
			'the input has "txt", which the prompt does not take.',
		],
		['a missing value', { kind: 'long' }, 'the input lacks "text".'],
		['a value of another type', { text: ['a'] }, 'the value of "text" is not text.'],
		['a list that is none', { text: 'a', tags: 'b' }, 'the value of "tags" is not a list.'],
		[
			'an unknown choice',
			{ text: 'a', kind: 'shrt' },
			'"shrt" is not one of the choices of "kind".',
		],
		[
			'a record in place of a choice',
			{ text: 'a', kind: { toString: 1 } },
			'"{"toString":1}" is not one of the choices of "kind".',
		],
		[
			'too long a text',
			{ text: 'abcdef' },
			'the value of "text" has 6 characters. The limit is 5.',
		],
		[
			'too long a list',
			{ text: 'a', tags: ['a', 'b', 'c'] },
			'the value of "tags" has 3 entries. The limit is 2.',
		],
	])('%s is reported', async (_, input, message) => {
		expect(await check(input)).toEqual([message]);
	});

	test('values that fit are fine', async () => {
		expect(await check({ text: 'abcde', kind: 'long', tags: ['a', 'b'] })).toEqual([]);
	});

	test('every case leaves some text', async () => {
		expect(await check({ text: ' ' })).toEqual(['dotprompt renders no message from this input.']);
	});

	test('a value that cannot be written as text is reported, also where there is other text', async () => {
		const record = { 'person(object)': { name: 'string, who' } };
		const odd = filledWith({ person: { toString: 'x' } });
		const found = await messagesOf(
			promptVariables,
			prompt(record, { person: note }, 'About {{person}}.'),
			odd,
		);
		expect(found).toEqual([
			'dotprompt cannot render this input: Cannot convert object to primitive value.',
		]);
	});
});
