import { describe, expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import type { Waiver } from '#schemas/waiver.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { rules } from './index.ts';
import { waiverValid } from './waiver-valid.ts';

const rule = waiverValid(() => rules);
const common = {
	because: 'The late shift is trained later.',
	compensatedBy: 'Only the early shift uses it.',
	by: 'Ada Example',
	seat: 'technology' as const,
	granted: '2026-11-01',
	expires: '2026-12-31',
};
const ofRule = (name: string, more: Partial<typeof common> = {}): Waiver => ({
	rule: name,
	...common,
	...more,
});
const ofControl = (control: string): Waiver => ({ control, ...common });

const found = async (waiver: Waiver, more: Partial<Pattern> = {}) => {
	const pattern = entry('patterns', 'summary', {
		stage: 'early-production',
		waivers: [waiver],
		...more,
	});
	const policy = entry('policy', 'policy', {
		waivers: {
			...minimal.policy().waivers,
			neverRules: ['separation'],
			neverControls: ['access'],
			neverControlsAt: { low: [], medium: [], high: ['override'] },
		},
	});
	return (await problemsOf(rule, pattern, policy)).map(
		({ path, severity, message }) =>
			`${severity ?? 'error'} ${path?.slice(2).join('.')}: ${message}`,
	);
};

test('a waiver that lifts something and ends in time is fine', async () => {
	expect(await found(ofRule('skilling'))).toEqual([]);
});

describe('what is waived', () => {
	test('is a rule that exists', async () => {
		expect(await found(ofRule('skiling'))).toEqual(['error rule: no rule is called "skiling".']);
	});

	test('is no rule that the policy keeps', async () => {
		expect(await found(ofRule('separation'))).toEqual([
			'error rule: "separation" cannot be waived at low tier.',
		]);
	});

	test('is no rule about form, and not this rule', async () => {
		for (const name of ['risk-covered', 'waiver-valid']) {
			expect(await found(ofRule(name))).toEqual([
				`error rule: "${name}" cannot be waived at low tier.`,
			]);
		}
	});

	test('is no control that the policy keeps, at that tier', async () => {
		expect(await found(ofControl('access'))).toEqual([
			'error control: "access" cannot be waived at low tier.',
		]);
		const short = { ...ofControl('override'), expires: '2026-11-30' };
		expect(await found(short, { tier: 'high' })).toEqual([
			'error control: "override" cannot be waived at high tier.',
			'warning expires: the waiver ends on 2026-11-30, in 8 days.',
		]);
	});
});

describe('its days', () => {
	test('may be as many as the tier allows', async () => {
		expect(await found(ofRule('skilling', { expires: '2027-01-30' }))).toEqual([]);
		expect(await found(ofRule('skilling', { expires: '2027-01-31' }))).toEqual([
			'error expires: the waiver runs for 91 days. At low tier the limit is 90.',
		]);
		const high = await found(ofRule('skilling', { expires: '2026-12-02' }), { tier: 'high' });
		expect(high).toEqual([
			'error expires: the waiver runs for 31 days. At high tier the limit is 30.',
			'warning expires: the waiver ends on 2026-12-02, in 10 days.',
		]);
	});

	test('end after they start', async () => {
		expect(
			await found(ofRule('skilling', { granted: '2026-11-22', expires: '2026-11-21' })),
		).toContain(
			'error expires: the waiver ends on 2026-11-21, before it was granted on 2026-11-22.',
		);
	});

	test('are over the day after the last one', async () => {
		expect(await found(ofRule('skilling', { expires: '2026-11-22' }))).toEqual([
			'warning expires: the waiver ends on 2026-11-22, in 0 days.',
		]);
		expect(await found(ofRule('skilling', { expires: '2026-11-21' }))).toEqual([
			'error expires: the waiver ended on 2026-11-21 and no longer applies.',
		]);
	});

	test('have begun', async () => {
		expect(await found(ofRule('skilling', { granted: '2026-11-23' }))).toEqual([
			'error granted: the waiver is granted on 2026-11-23, which is in the future.',
		]);
	});
});

test('the seat is one that approves at the tier', async () => {
	expect(await found({ ...ofRule('skilling'), seat: 'legal' })).toEqual([
		'error seat: the seat "legal" cannot grant a waiver at low tier.',
	]);
});

test('a waiver that lifts nothing is worth a word', async () => {
	expect(await found(ofRule('skilling'), { stage: 'pilot' })).toEqual([
		'warning : nothing needs the waiver of "skilling" now.',
	]);
	expect(await found(ofControl('logging'), { stage: 'pilot' })).toEqual([
		'warning : nothing needs the waiver of "logging" now.',
	]);
	// Without dated evidence the control is not met at this stage, so the waiver lifts that.
	expect(await found(ofControl('logging'))).toEqual([]);
});

test('a rule that the policy never waives exists', async () => {
	const { waivers } = minimal.policy();
	const policy = entry('policy', 'policy', {
		waivers: { ...waivers, neverRules: ['separation', 'seperation'] },
	});
	const [problem, ...more] = await problemsOf(rule, policy);
	expect(problem).toMatchObject({
		path: ['waivers', 'neverRules', 1],
		message: 'no rule is called "seperation".',
		fix: 'Did you mean "separation"?',
	});
	expect(more).toEqual([]);
});
