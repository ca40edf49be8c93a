import { describe, expect, test } from 'vitest';
import { mild } from '#tests/support/exposure.ts';
import { minimal } from '#tests/support/minimal.ts';
import { requiredControls } from '../judge/tier.ts';
import { type Exposed, obligationsOf, obligationText } from './obligations.ts';

const exposure: Exposed['exposure'] = mild;
const policy = {
	...minimal.policy(),
	baselines: { low: ['logging'], medium: ['check'], high: ['gate'] },
	conditions: [
		{ when: { untrustedInput: true }, because: 'Text comes from outside.', controls: ['filter'] },
	],
	highTier: { controls: ['override'], gate: 'gate', actions: ['write' as const] },
	personDecision: { controls: ['notice'], waivable: ['notice'] },
	reviewMonths: { low: 12, medium: 6, high: 3 },
};
const document = {
	version: '2.0.0',
	data: policy,
	council: [{ seat: 'technology', label: 'Technology', team: 'Platform' }],
};
const titles = new Map([['logging', 'Logging of calls']]);
const of = (changes: Partial<Exposed['exposure']> = {}) =>
	obligationsOf({ exposure: { ...exposure, ...changes }, techniques: [] }, document, titles);
const idsOf = (found: ReturnType<typeof of>) => found.controls.map(({ control }) => control);

test('the lowest tier has its baseline, its seats with their team, and its review period', () => {
	expect(of()).toMatchObject({
		policyVersion: '2.0.0',
		tier: 'low',
		because: [],
		controls: [{ control: 'logging', title: 'Logging of calls', why: 'Low tier and above.' }],
		seats: [{ seat: 'Technology', team: 'Platform' }],
		reviewMonths: 12,
		rules: [],
	});
});

test('a condition adds its control with its reason; without a title the id stands for it', () => {
	expect(of({ untrustedInput: true }).controls.at(-1)).toEqual({
		control: 'filter',
		title: 'filter',
		why: 'Text comes from outside.',
		waivable: true,
	});
});

describe('a decision about a person', () => {
	const found = of({ decidesAboutPerson: true });

	test('is of high tier, with what high tier and such a decision always need', () => {
		expect(found).toMatchObject({ tier: 'high', because: ['It decides about a person.'] });
		expect(idsOf(found)).toEqual(['logging', 'check', 'gate', 'override', 'notice']);
	});

	test('says what a waiver can lift', () => {
		const waivable = new Map(found.controls.map((one) => [one.control, one.waivable]));
		expect([waivable.get('override'), waivable.get('notice')]).toEqual([false, true]);
	});

	test('brings the rules that are checked beside the controls', () =>
		expect(found.rules.map(({ rule }) => rule)).toEqual(['high-tier-trio', 'person-decision']));
});

test('holds every control that the rule on patterns demands', () => {
	const pattern = { exposure: { ...exposure, decidesAboutPerson: true }, techniques: [] };
	const mandatory = requiredControls({ ...pattern, tier: undefined }, policy);
	const found = idsOf(of({ decidesAboutPerson: true }));
	expect(found).toEqual(expect.arrayContaining(mandatory.map(({ control }) => control)));
});

test('the text names tier, reasons, controls and seats', () => {
	const text = obligationText(of({ decidesAboutPerson: true }));
	expect(text).toContain('Risk tier: High. It decides about a person.');
	expect(text).toContain(
		'- override (override). Every high-tier pattern must have it. It cannot be waived.',
	);
	expect(text).toContain('Approval by the seats Technology (Platform),');
});
