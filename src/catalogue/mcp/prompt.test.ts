import { describe, expect, test } from 'vitest';
import { minimal } from '#tests/support/minimal.ts';
import { fillPrompt, problemLine, variableNotes } from './prompt.ts';

const note = { dataClass: 'internal', untrusted: false, personalData: 'none' } as const;
const prompt = {
	id: 'sort',
	data: {
		...minimal.prompts(),
		input: {
			schema: {
				text: 'string, what to sort',
				urgent: 'boolean',
				'count?': 'number',
				'tone(enum)': ['plain', 'warm'],
				'tags?(array)': 'string',
				'queues(array)': { id: 'string', covers: 'string' },
			},
		},
		'catalogue.variables': {
			text: { ...note, label: 'Text', maxLength: 10 },
			urgent: { ...note, label: 'Urgent' },
			count: { ...note, label: 'Count' },
			tone: { ...note, label: 'Tone' },
			tags: { ...note, label: 'Tags', maxLength: 5, maxItems: 2 },
			queues: { ...note, label: 'Queues', maxLength: 5, maxItems: 2 },
		},
	},
	body: '{{role "system"}}\nSort it, {{tone}}.\n{{#each queues}}\n- {{this.id}}: {{this.covers}}\n{{/each}}\n{{role "user"}}\n{{text}}\n',
};
const sound = { text: 'Hello', urgent: false, tone: 'plain', queues: [{ id: 'a', covers: 'b' }] };
const problems = async (values: Record<string, unknown>) =>
	(await fillPrompt(prompt, { ...sound, ...values })).problems.map(problemLine);

test('sound values give the chat messages', async () => {
	expect(await fillPrompt(prompt, sound)).toEqual({
		messages: [
			{ role: 'system', content: '\nSort it, plain.\n- a: b\n' },
			{ role: 'user', content: '\nHello' },
		],
		problems: [],
	});
});

test('a role mark in a value stays text', async () => {
	const text = '{{role}}';
	const { messages } = await fillPrompt(prompt, { ...sound, text });
	expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
	expect(messages[1]?.content).toContain(text);
});

describe('refused by name', () => {
	test('a value that is missing', async () =>
		expect(await problems({ text: undefined, queues: [] })).toEqual([
			'Text (text): Enter some text.',
			'Queues (queues): Add at least one entry.',
		]));

	test('a null is no value', async () =>
		expect(await problems({ text: null })).toEqual(['Text (text): Enter some text.']));

	test('yes or no must be said', async () =>
		expect(await problems({ urgent: undefined })).toEqual(['Urgent (urgent): Choose yes or no.']));

	test('a text over its limit, in the words of the page', async () =>
		expect(await problems({ text: 'x'.repeat(1200) })).toEqual([
			'Text (text): 1,200 of 10 characters.',
		]));

	test('a text over its limit inside a record, and too many records', async () => {
		const row = { id: 'abcdef', covers: 'b' };
		expect(await problems({ queues: [row] })).toEqual([
			'Queues 1, id (queues.0.id): 6 of 5 characters.',
		]);
		expect(await problems({ queues: [row, row, row] })).toContain(
			'Queues (queues): 3 of 2 entries.',
		);
	});

	test('a variable it does not have, at any depth, with the nearest name', async () => {
		expect(await problems({ tex: 'x' })).toEqual([
			'tex (tex): the prompt "sort" has no such variable. Did you mean "text"?',
		]);
		expect(await problems({ queues: [{ id: 'a', covers: 'b', extra: 1 }] })).toEqual([
			'Queues 1, extra (queues.0.extra): "queues" has no such variable. It has id, covers.',
		]);
	});

	test.each([
		[{ text: 5 }, 'Text (text): a number is given. Enter some text.'],
		[{ text: { a: 1 } }, 'Text (text): a record is given. Enter some text.'],
		[{ urgent: 'yes' }, 'Urgent (urgent): a text is given. Choose yes or no.'],
		[{ count: '3' }, 'Count (count): a text is given. Enter a number.'],
		[{ tone: 'loud' }, 'Tone (tone): "loud" is not one of plain, warm.'],
		[{ tags: 'a' }, 'Tags (tags): a text is given. Give a list.'],
		[{ tags: [['a']] }, 'Tags 1 (tags.0): a list is given. Enter some text.'],
		[{ queues: ['a'] }, 'Queues 1 (queues.0): a text is given. Fill in the fields.'],
	])('a value of another kind: %j', async (values, line) => {
		expect(await problems(values)).toEqual([line]);
	});

	test('a line break in an entry of a list, which could hide a longer one', async () =>
		expect(await problems({ tags: ['abc\ndef'] })).toEqual([
			'Tags 1 (tags.0): it has a line break. Enter one line.',
		]));

	test('everything at once', async () =>
		expect(await problems({ text: 'x'.repeat(11), tone: 1, other: 2 })).toHaveLength(3));

	test('what every object inherits is no value', async () =>
		expect(await problems(JSON.parse('{"__proto__":{"text":"x"},"toString":"x"}'))).toHaveLength(
			2,
		));
});

test('a default of the prompt stands in for a value that is left out', async () => {
	const data = { ...prompt.data, input: { ...prompt.data.input, default: { tone: 'warm' } } };
	const { tone: _, ...rest } = sound;
	const { messages } = await fillPrompt({ ...prompt, data }, rest);
	expect(messages[0]?.content).toContain('Sort it, warm.');
});

test('the notes say what a variable takes, and nothing it does not limit', async () => {
	const notes = await variableNotes(prompt);
	expect(notes.find(({ name }) => name === 'queues')).toMatchObject({
		maxItems: 2,
		fields: ['id', 'covers'],
	});
	expect(notes.find(({ name }) => name === 'count')).not.toHaveProperty('maxLength');
});
