import { expect, test } from 'vitest';
import { hosting } from '#schemas/vocabularies.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { keyWords } from '../model/labels.ts';
import { readableFields } from './readable.ts';

const model = entry('models', 'chat', { hosting: 'cloud', dataTerms: ['Not kept.', 'Not read.'] });
const field = (key: string) =>
	readableFields(model, catalogueOf(model)).find((candidate) => candidate.key === key);

test('a key becomes words', () => expect(keyWords('dataTerms')).toBe('Data terms'));

test('a field carries the label of its schema, its doc text and its value', () => {
	expect(field('dataTerms')).toMatchObject({
		label: 'What happens to the data',
		doc: 'What the contract says about prompts and answers.',
		value: { kind: 'list', items: [{ text: 'Not kept.' }, { text: 'Not read.' }] },
	});
});

test('a value of a closed list is shown by its label, and says what it means', () => {
	expect(field('hosting')?.value).toEqual({
		kind: 'text',
		text: 'Cloud',
		meaning: hosting.terms.cloud.meaning,
	});
});

test('an id leads to its page, under the title of the entry where there is one', () => {
	const control = entry('controls', 'gate', { mitigates: ['leak', 'bias'] });
	const bias = entry('risks', 'bias', { title: 'Unfair answers' });
	const mitigates = readableFields(control, catalogueOf(control, bias)).find(
		({ key }) => key === 'mitigates',
	);
	expect(mitigates?.value).toEqual({
		kind: 'list',
		items: [
			{ kind: 'text', text: 'leak', path: '/risks/leak/' },
			{ kind: 'text', text: 'Unfair answers', path: '/risks/bias/' },
		],
	});
});

test('what the head of the page shows is not repeated', () => {
	expect(field('title')).toBeUndefined();
});
