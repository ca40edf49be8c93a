import { expect, test } from 'vitest';
import { catalogueOf } from '#tests/support/build.ts';
import { requiredFrom, requiredWords } from './required-from.ts';

const { policy } = catalogueOf();
const baselines = { low: ['logging'], medium: ['override'], high: ['gate'] };
const conditions = [
	{ when: { untrustedInput: true }, because: 'Text from outside is read.', controls: ['gate'] },
];
const demanding = { ...policy, baselines, conditions };

test('a control is required from the lowest tier whose baseline holds it', () => {
	expect(requiredFrom('override', demanding)).toEqual({ tier: 'medium', because: [] });
});

test('a condition adds its reason to the tier', () => {
	const required = requiredFrom('gate', demanding);
	expect(required).toEqual({ tier: 'high', because: ['Text from outside is read.'] });
	expect(requiredWords(required)).toBe('And at any tier where text from outside is read');
});

test('a control that nothing demands is said to be a choice', () => {
	expect(requiredWords(requiredFrom('canary', demanding))).toBe(
		'No tier requires it. A team can choose it',
	);
});
