import { expect, test } from 'vitest';
import { entry } from '#tests/support/build.ts';
import { labelOf, readableFields } from './readable.ts';

const model = entry('models', 'chat', { hosting: 'cloud', dataTerms: ['Not kept.', 'Not read.'] });
const field = (key: string) => readableFields(model).find((candidate) => candidate.key === key);

test('a key becomes words', () => expect(labelOf('dataTerms')).toBe('Data terms'));

test('a field carries its doc text and its value', () => {
	expect(field('dataTerms')).toMatchObject({
		label: 'Data terms',
		value: { kind: 'list', items: [{ text: 'Not kept.' }, { text: 'Not read.' }] },
	});
});

test('a value of a closed list is shown by its label', () => {
	expect(field('hosting')?.value).toEqual({ kind: 'text', text: 'Cloud' });
});

test('an id leads to its page', () => {
	const control = entry('controls', 'gate', { mitigates: ['leak'] });
	const mitigates = readableFields(control).find(({ key }) => key === 'mitigates');
	expect(mitigates?.value).toEqual({
		kind: 'list',
		items: [{ kind: 'text', text: 'leak', path: '/risks/leak/' }],
	});
});

test('what the head of the page shows is not repeated', () => {
	expect(field('title')).toBeUndefined();
});
