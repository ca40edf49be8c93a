import { expect, test } from 'vitest';
import { byName, valueNamed } from './by-name.ts';

const names = byName([
	{ value: 'triage', label: 'Triage' },
	{ value: 'notes-a', label: 'Notes' },
	{ value: 'notes-b', label: 'Notes' },
]);

test('two values of one name are told apart by their ids', () => {
	expect([...names]).toEqual([
		['Triage', 'triage'],
		['Notes (notes-a)', 'notes-a'],
		['Notes (notes-b)', 'notes-b'],
	]);
});

test.each([
	['Triage', 'triage'],
	[' triage ', 'triage'],
	['notes-b', 'notes-b'],
	['Notes (notes-a)', 'notes-a'],
	['Notes', undefined],
	['', undefined],
	['Tri', undefined],
])('"%s" means %s', (typed, value) => expect(valueNamed(typed, names)).toBe(value));
