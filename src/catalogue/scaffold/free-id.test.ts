import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ID } from '#schemas/fields.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { freeId, idOf, nearFreeIds, whyNotFree } from './free-id.ts';

const catalogue = catalogueOf(
	entry('patterns', 'summary'),
	entry('withdrawn', 'patterns.old-summary', { successor: 'summary' }),
);

test.each([
	['Résumé of claims', 'resume-of-claims'],
	['  A & B: the 2nd  ', 'a-b-the-2nd'],
	['???', ''],
])('the id of "%s" is "%s"', (title, id) => expect(idOf(title)).toBe(id));

test('any text gives an id that is free, and never takes for ever', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const id = freeId('patterns', text, catalogue);
			expect(id).toMatch(ID);
			expect(id.length).toBeLessThanOrEqual(64);
			expect(whyNotFree('patterns', id, catalogue)).toBeUndefined();
		}),
	);
});

describe('an id cannot be taken', () => {
	test('that an entry has', () => {
		expect(whyNotFree('patterns', 'summary', catalogue)).toBe('the id "summary" is already used.');
	});

	test('that was withdrawn, for its address still says so', () => {
		expect(whyNotFree('patterns', 'old-summary', catalogue)).toBe(
			'the id "old-summary" was withdrawn on 2026-11-01 and cannot be used again. Its successor is "summary".',
		);
		expect(whyNotFree('risks', 'old-summary', catalogue)).toBeUndefined();
	});

	test('that the catalogue needs for itself', () => {
		expect(whyNotFree('patterns', 'ai-pattern-catalogue', catalogue)).toBe(
			'the id "ai-pattern-catalogue" is already used by the skill of the catalogue.',
		);
		expect(whyNotFree('risks', 'ai-pattern-catalogue', catalogue)).toBeUndefined();
	});

	test('that is not of the form', () => {
		expect(whyNotFree('patterns', 'Old_Summary', catalogue)).toContain('is not an id');
	});
});

test('near ids are free and say something', () => {
	expect(nearFreeIds('patterns', 'summary', catalogue, 'Summary of calls', 'office')).toEqual([
		'summary-of-calls',
		'office',
		'summary-summary-of-calls',
	]);
});
