import { expect, test } from 'vitest';
import { finding } from '#tests/support/report.ts';
import { type Sizes, summarise } from './summary.ts';

const sizes: Sizes = [
	['patterns', 0],
	['risks', 1],
];
const counted = '0 patterns, 1 risks';

test('what fails is counted', () => {
	const findings = [finding(), finding({ line: 9 }), finding({ severity: 'warning', file: 'b' })];
	expect(summarise({ findings, fails: true, sizes })).toEqual([
		'2 errors and 1 warning in 2 files.',
	]);
});

test('warnings are counted, and the catalogue is sound', () => {
	const findings = [finding({ severity: 'warning' })];
	expect(summarise({ findings, fails: false, sizes })).toEqual([
		counted,
		'0 errors and 1 warning in 1 file: all sound.',
	]);
});

test('what is still to fill is counted, and not called sound', () => {
	const marker = finding({ severity: 'warning', rule: 'to-fill' });
	const findings = [marker, { ...marker, line: 9 }, finding({ severity: 'warning' })];
	expect(summarise({ findings, fails: false, sizes }).at(-1)).toBe(
		'0 errors and 3 warnings in 1 file: nothing fails, 2 to fill.',
	);
});

test('a sound catalogue is called so', () => {
	expect(summarise({ findings: [], fails: false, sizes })).toEqual([`${counted}:`, 'all sound.']);
});
