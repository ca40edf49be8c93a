import { expect, test } from 'vitest';
import { parseTemplate } from '../read/prompts/template.ts';
import type { Variable } from '../read/prompts/variables.ts';
import { type Case, emptyHandled, firstCase, formOf } from './prompt-form.ts';

const variable = (name: string, overrides: Partial<Variable> = {}): Variable => ({
	name,
	type: 'text',
	required: true,
	description: '',
	choices: [],
	fields: [],
	label: `The ${name}`,
	dataClass: 'internal',
	personalData: 'none',
	maxLength: undefined,
	maxItems: undefined,
	untrusted: false,
	source: undefined,
	...overrides,
});
const testCase = (input: Record<string, unknown>, kind: Case['kind'] = 'golden'): Case => ({
	name: 'a case',
	kind,
	input,
	expect: [{ type: 'is-json' }],
});
const room = (maxLength: number | undefined, ...values: string[]) => {
	const cases = values.map((a) => testCase({ a }));
	return formOf([], [variable('a', { maxLength })], cases).fields[0]?.room;
};

test('a text gets the room that the cases need', () => {
	expect(room(8000, 'short')).toBe('word');
	expect(room(8000, 'short', 'x'.repeat(60))).toBe('line');
	expect(room(200, 'x'.repeat(81))).toBe('lines');
	expect(room(200, 'two\nlines')).toBe('lines');
});

test('without cases the limit decides the room of a text', () => {
	expect(room(8000)).toBe('lines');
	expect(room(80)).toBe('line');
});

test('fields of a record take the length limit of their variable', () => {
	const fields = [{ ...variable('id'), label: undefined }];
	const list = variable('queues', { type: 'records', maxLength: 50, maxItems: 3, fields });
	expect(formOf([], [list], []).fields[0]).toMatchObject({
		label: 'The queues',
		maxItems: 3,
		fields: [{ name: 'id', label: 'id', maxLength: 50, maxItems: undefined }],
	});
});

test('the data for the browser survives the way through JSON', () => {
	const form = formOf(parseTemplate('{{a}}').nodes, [variable('a')], [testCase({ a: 'x' })]);
	expect(form.cases[0]?.expect).toEqual(['The answer is JSON in the defined format.']);
	expect(JSON.parse(JSON.stringify(form))).toEqual(form);
});

test('a template handles the absence it has words for, at any depth', () => {
	const { nodes } = parseTemplate(
		'{{#if a}}{{#unless b}}x{{/unless}}{{/if}}{{#each c}}{{this}}{{/each}}{{#each d}}x{{else}}none{{/each}}{{e}}',
	);
	expect([...emptyHandled(nodes)]).toEqual(['a', 'b', 'd']);
});

test('a page opens with the first golden case, else with the first', () => {
	const edge = testCase({}, 'edge');
	const golden = testCase({}, 'golden');
	expect(firstCase([edge, golden])).toBe(golden);
	expect(firstCase([edge])).toBe(edge);
	expect(firstCase([])).toBeUndefined();
});
