import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { riskCovered } from './risk-covered.ts';

const answeredBy = (...mitigatedBy: string[]) => {
	const risks = minimal.patterns().risks.map((risk) => ({ ...risk, mitigatedBy }));
	return entry('patterns', 'summary', { risks });
};

test('a risk is answered by a control of the pattern that lists the risk', async () => {
	expect(await problemsOf(riskCovered, answeredBy('logging'), entry('controls'))).toEqual([]);
});

test('a control that is not among those of the pattern answers nothing', async () => {
	expect(await problemsOf(riskCovered, answeredBy('login'), entry('controls'))).toMatchObject([
		{
			path: ['risks', 0, 'mitigatedBy', 0],
			message: 'the control "login" is not a control of this pattern.',
			fix: 'Add "login" to `controls`, or cite one that the pattern has: logging.',
		},
	]);
});

test('a control that does not list the risk answers nothing', async () => {
	const other = entry('controls', 'logging', { mitigates: ['bias', 'drift'] });
	expect(await problemsOf(riskCovered, answeredBy('logging'), other)).toMatchObject([
		{
			message: 'the control "logging" does not mitigate "leak".',
			fix: 'It mitigates bias, drift. Cite a control whose `mitigates` lists "leak".',
		},
	]);
});
