import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import type { Waiver } from '#schemas/waiver.ts';
import { checkAmongSound, entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { personDecision } from './person-decision.ts';

const { exposure } = minimal.patterns();
const decides = { ...exposure, decidesAboutPerson: true };
const policy = (controls: string[], waivable: string[] = []) =>
	entry('policy', 'policy', { personDecision: { controls, waivable } });
const check = (pattern: Partial<Pattern>, controls = ['logging']) =>
	messagesOf(personDecision, policy(controls), entry('patterns', 'summary', pattern));

test('a pattern that decides about nobody is not asked', async () => {
	expect(await check({}, ['impact'])).toEqual([]);
});

test('a role decides, and is named', async () => {
	expect(await check({ exposure: decides })).toEqual([
		'it does not say which role decides about the person.',
	]);
	expect(await check({ exposure: decides, decidedBy: 'analyst' })).toEqual([]);
});

test('the system does not act alone', async () => {
	const alone = { ...decides, effect: 'acts-alone' as const };
	expect(await check({ exposure: alone, decidedBy: 'analyst' })).toEqual([
		'effect is acts-alone, although it influences a decision about a person.',
	]);
});

test('the effect on people is assessed', async () => {
	expect(await check({ exposure: decides, decidedBy: 'analyst' }, ['impact'])).toEqual([
		'the control "impact" is missing. A decision about a person needs it.',
	]);
});

test('of its controls only those the policy names may be waived', async () => {
	const waived = (control: string): Waiver => ({
		control,
		because: 'The law forbids to tell the person.',
		compensatedBy: 'A second person reads each case.',
		by: 'Ada Example',
		seat: 'technology',
		granted: '2026-11-01',
		expires: '2026-11-30',
	});
	const controls = ['assess', 'tell'].map((id) => entry('controls', id));
	const pattern = entry('patterns', 'summary', {
		exposure: decides,
		decidedBy: 'analyst',
		waivers: [waived('assess'), waived('tell')],
	});
	const all = [...controls, pattern, policy(['assess', 'tell'], ['tell'])];
	const { findings } = await checkAmongSound(
		Object.fromEntries(all.map(({ file, source }) => [file, source])),
	);
	const found = findings.filter(({ rule }) => rule === 'person-decision');
	expect(found.map(({ message }) => message)).toEqual([
		'the control "assess" is missing. A decision about a person needs it.',
	]);
	const refused = findings.filter(({ severity }) => severity === 'error');
	expect(refused.filter(({ rule }) => rule === 'waiver-valid')).toMatchObject([
		{ message: '"assess" cannot be waived at high tier.' },
	]);
});
