import { expect, test } from 'vitest';
import { passed, readCounts, readFailures, totalLine } from '#scripts/checks/test-report.ts';

const counts = (passed: number, failed = 0) => ({ passed, failed, skipped: 0 });

test('the counts of vitest are read', () =>
	expect(
		readCounts(
			'{"numPassedTests":5,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1,"success":false}',
		),
	).toEqual({ passed: 5, failed: 1, skipped: 3 }));

test('the counts of Playwright are read, and a flaky test counts as failed', () =>
	expect(
		readCounts('{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":2,"duration":3.1}}'),
	).toEqual({ passed: 4, failed: 2, skipped: 2 }));

test('a report in another form is an error, not zero tests', () =>
	expect(() => readCounts('{"tests":3}')).toThrow());

test('the last line sums the tests of all steps', () =>
	expect(
		totalLine([
			{ ok: true },
			{ ok: true, counts: counts(40) },
			{ ok: false, counts: counts(2, 3) },
		]),
	).toBe('42 passed, 3 failed'));

test('a step that fails without a failing test still counts as a failure', () =>
	expect(totalLine([{ ok: false }, { ok: false, counts: counts(7) }])).toBe('7 passed, 2 failed'));

test.each([
	['ends well and has no tests to run', { ok: true }, false, true],
	['ends badly', { ok: false, counts: counts(3) }, true, false],
	['ends well with tests that passed', { ok: true, counts: counts(3) }, true, true],
	['ends well though a test failed', { ok: true, counts: counts(3, 1) }, true, false],
	['ends well without having run a test', { ok: true, counts: counts(0) }, true, false],
	['ends well without a report', { ok: true }, true, false],
])('a step that %s: passed is %4$s', (_, result, hasTests, expected) =>
	expect(passed(result, hasTests)).toBe(expected),
);

test('the failing tests of a report are named with their messages, the others are not', () =>
	expect(
		readFailures(
			JSON.stringify({
				testResults: [
					{
						name: 'a.test.ts',
						message: '',
						assertionResults: [
							{ fullName: 'one holds', status: 'passed', failureMessages: [] },
							{ fullName: 'two holds', status: 'failed', failureMessages: ['seed: 7'] },
						],
					},
					{ name: 'b.test.ts', message: 'cannot be read', assertionResults: [] },
				],
			}),
		),
	).toEqual(['a.test.ts > two holds\nseed: 7', 'b.test.ts\ncannot be read']));

test('the report of Playwright has no failures of vitest', () =>
	expect(readFailures('{"stats":{}}')).toEqual([]));
