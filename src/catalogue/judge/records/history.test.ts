import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, decision, recordFile } from '#tests/support/records.ts';
import { lostRecords } from './history.ts';

const useCase = entry('use-cases');
const here = about(useCase);
const one = decision(here);
const two = decision(here, { because: 'The office asked for more time.' });
const lost = (...after: Parameters<typeof recordFile>[1]) =>
	lostRecords(
		catalogueOf(useCase, recordFile(useCase, [one])),
		catalogueOf(useCase, ...(after.length > 0 ? [recordFile(useCase, after)] : [])),
	).map(({ message }) => message);

test('a record that is added takes nothing away', () => expect(lost(one, two)).toEqual([]));

test.each([
	['removed with its file', []],
	['replaced by another', [two]],
	['changed by a word', [decision(here, { source: 'Report of the offices' })]],
])('a record that is %s is lost', (_, after) => {
	expect(lost(...after)).toEqual([
		expect.stringMatching(
			/^the record "[0-9a-f]{16}" \(decision of 2026-11-10\) was removed or changed\.$/,
		),
	]);
});
