import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordSchema } from '#schemas/record.ts';
import { minimal } from '#tests/support/minimal.ts';
import { recordIdOf } from './id.ts';

const [record] = minimal.records().records;
if (!record) throw new Error('the minimal file has a record');

test('the order of the keys does not change the id of a record', () => {
	const pairs = Object.entries(record);
	fc.assert(
		fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (shuffled) => {
			const read = recordSchema.parse(Object.fromEntries(shuffled));
			expect(recordIdOf(read)).toBe(record.id);
		}),
	);
});

test.each([
	['a word', { source: 'Minutes of the Council' }],
	['the day', { on: '2026-10-21' }],
	['who added it', { added: { by: 'Tess Reviewers', on: '2026-10-20' } }],
	['the decision', { decided: 'refused' as const }],
])('a change of %s does', (_, change) => {
	expect(recordIdOf(recordSchema.parse({ ...record, ...change }))).not.toBe(record.id);
});
