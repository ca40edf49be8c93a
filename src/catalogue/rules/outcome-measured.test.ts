import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { outcomeMeasured } from './outcome-measured.ts';

const outcome = entry('outcomes');
const found = (change: object) =>
	problemsOf(outcomeMeasured, outcome, entry('use-cases', 'desk', change));
const [measure] = minimal['use-cases']().measures;
const other = [{ ...measure, metric: 'something-else' }];

test('a use that measures something other than its outcome is told at its outcome', async () => {
	const [problem, ...more] = await found({ measures: other });
	expect(problem).toMatchObject({
		path: ['outcome'],
		message: 'it serves the outcome "less-reading", but does not measure "business-impact".',
	});
	expect(more).toEqual([]);
});

test('a use that measures it, or is retired, is left alone', async () => {
	expect(await found({})).toEqual([]);
	expect(await found({ measures: other, state: 'retired' })).toEqual([]);
});
