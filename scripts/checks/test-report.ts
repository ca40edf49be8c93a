/** Counts of tests from the reports that vitest and Playwright write. */
import { z } from 'zod';

export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

const vitestSchema = z
	.looseObject({
		numPassedTests: z.number(),
		numFailedTests: z.number(),
		numPendingTests: z.number(),
		numTodoTests: z.number(),
	})
	.transform((report) => ({
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests,
	}));

const playwrightSchema = z
	.looseObject({
		stats: z.looseObject({
			expected: z.number(),
			unexpected: z.number(),
			flaky: z.number(),
			skipped: z.number(),
		}),
	})
	// A test that passes only when it is run again has found a fault.
	.transform(({ stats }) => ({
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped,
	}));

/** The counts in the text of a report, whichever of the two runners wrote it. */
export function readCounts(report: string): Counts {
	const json: unknown = JSON.parse(report);
	return z.union([vitestSchema, playwrightSchema]).parse(json);
}

const failuresSchema = z.looseObject({
	testResults: z.array(
		z.looseObject({
			name: z.string(),
			message: z.string().optional(),
			assertionResults: z.array(
				z.looseObject({
					fullName: z.string(),
					status: z.string(),
					failureMessages: z.array(z.string()).nullish(),
				}),
			),
		}),
	),
});

/** Most characters of a failure's message: enough for a counterexample, few enough to read ten. */
const MOST = 1500;

/**
 * The failing tests in a report of vitest, each with its message, so that a log which is cut short
 * still names them. Empty for the report of Playwright, whose own output starts with its failures.
 */
export function readFailures(report: string): string[] {
	const read = failuresSchema.safeParse(JSON.parse(report));
	if (!read.success) return [];
	return read.data.testResults.flatMap(({ name, message, assertionResults }) => {
		const failed = assertionResults.filter(({ status }) => status === 'failed');
		if (failed.length === 0) return message ? [`${name}\n${message.slice(0, MOST)}`] : [];
		return failed.map(
			({ fullName, failureMessages }) =>
				`${name} > ${fullName}\n${(failureMessages ?? []).join('\n').slice(0, MOST)}`,
		);
	});
}

/** What a step came to: whether its process ended well, and its tests if it has any. */
export interface StepResult {
	ok: boolean;
	counts?: Counts | undefined;
}

/**
 * The last line of `npm test`. A step that fails without a failing test (lint, types, a build, a
 * test file that cannot be read) counts as one failure, so the line never looks better than it is.
 *
 * @example
 * totalLine([{ ok: true, counts: { passed: 3, failed: 0, skipped: 0 } }]) // => '3 passed, 0 failed'
 */
export function totalLine(results: readonly StepResult[]): string {
	const passed = sum(results, ({ counts }) => counts?.passed ?? 0);
	const failed = sum(results, ({ ok, counts }) => Math.max(counts?.failed ?? 0, ok ? 0 : 1));
	return `${passed} passed, ${failed} failed`;
}

/**
 * Whether a step passed: its process ended well, and if it runs tests, there were some and none
 * failed.
 */
export function passed(result: StepResult, hasTests: boolean): boolean {
	if (!result.ok) return false;
	if (!hasTests) return true;
	return result.counts !== undefined && result.counts.passed > 0 && result.counts.failed === 0;
}

function sum(results: readonly StepResult[], count: (result: StepResult) => number): number {
	return results.reduce((total, result) => total + count(result), 0);
}
