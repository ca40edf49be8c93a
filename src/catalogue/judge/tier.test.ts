import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Condition, Exposure } from '#schemas/exposure.ts';
import { type Policy, policySchema } from '#schemas/policy.ts';
import * as words from '#schemas/vocabularies.ts';
import { exposures } from '#tests/support/exposure.ts';
import { minimal } from '#tests/support/minimal.ts';
import {
	acts,
	atLeast,
	computeTier,
	demandWords,
	firmControls,
	hasReached,
	holds,
	requiredControls,
	reviewDue,
	tierOf,
	unwaivableControls,
} from './tier.ts';

const file = new URL('../../../content/policy.yaml', import.meta.url);
const policy: Policy = policySchema.parse(parse(readFileSync(file, 'utf8')));
const calm = minimal.patterns();
type Exposed = Pick<typeof calm, 'exposure' | 'techniques'>;

/** The calmest pattern, changed only as far as a condition asks. */
function meeting({ technique, ...when }: Condition): Exposed {
	const answers = Object.entries(when).map(([key, value]) => [
		key,
		Array.isArray(value) ? value[0] : value,
	]);
	const exposure: Exposure = { ...calm.exposure, ...Object.fromEntries(answers) };
	return { exposure, techniques: technique?.slice(0, 1) ?? calm.techniques };
}

describe('each reason of the policy', () => {
	test.each(policy.tiers)('$tier: $because', ({ tier, when, because }) => {
		const computed = computeTier(meeting(when), policy);
		expect(atLeast(computed.tier, tier)).toBe(true);
		if (computed.tier === tier) expect(computed.reasons).toContain(because);
	});
});

describe('each condition of the policy', () => {
	test.each(policy.conditions)('$because', ({ when, controls }) => {
		const with_ = requiredControls(meeting(when), policy).map(({ control }) => control);
		expect(with_).toEqual(expect.arrayContaining(controls));
	});
});

test('with no reason the tier is low, and the reasons for more are listed', () => {
	const { tier, reasons, higher } = computeTier(calm, policy);
	expect({ tier, reasons }).toEqual({ tier: 'low', reasons: [] });
	expect(higher).toHaveLength(policy.tiers.length);
});

test('only the reasons of the tier itself are given', () => {
	const exposed = {
		...calm,
		exposure: { ...calm.exposure, regulated: true, reach: 'external' as const },
	};
	expect(computeTier(exposed, policy)).toEqual({
		tier: 'high',
		reasons: ['The content or the decision is regulated.'],
		higher: [],
	});
});

describe('a condition holds', () => {
	test('when every key that is given holds', () => {
		const when: Condition = { effect: ['informs'], reach: ['external'] };
		expect(holds(when, calm)).toBe(false);
		expect(holds({ ...when, reach: ['external', 'team'] }, calm)).toBe(true);
	});

	test('when any of the techniques is used', () => {
		expect(holds({ technique: ['agent', 'rules'] }, calm)).toBe(true);
		expect(holds({ technique: ['agent'] }, calm)).toBe(false);
	});

	test('for false as well as for true', () => {
		expect(holds({ regulated: false }, calm)).toBe(true);
		expect(holds({ regulated: true }, calm)).toBe(false);
	});
});

const techniques = fc.subarray([...words.technique.values], { minLength: 1 });
const ranked = {
	data: words.dataClass,
	personalData: words.personalData,
	reach: words.reach,
	reversibility: words.reversibility,
} as const;

test('raising any exposure never lowers the tier', () => {
	const key = fc.constantFrom('data', 'personalData', 'reach', 'reversibility', 'effect', 'flags');
	fc.assert(
		fc.property(exposures, techniques, key, (exposure, used, raised) => {
			const before = computeTier({ exposure, techniques: used }, policy).tier;
			const worse: Exposure = { ...exposure };
			if (raised === 'flags') {
				Object.assign(worse, { untrustedInput: true, decidesAboutPerson: true, regulated: true });
			} else if (raised === 'effect') worse.effect = 'acts-alone';
			else Object.assign(worse, { [raised]: ranked[raised].values.at(-1) });
			const after = computeTier({ exposure: worse, techniques: used }, policy).tier;
			expect(atLeast(after, before)).toBe(true);
		}),
	);
});

test('a declared tier counts only where it is stricter', () => {
	fc.assert(
		fc.property(
			exposures,
			techniques,
			fc.constantFrom(...words.tier.values),
			(exposure, used, tier) => {
				const pattern = { exposure, techniques: used };
				const computed = computeTier(pattern, policy).tier;
				expect(tierOf({ ...pattern, tier }, policy)).toBe(
					atLeast(tier, computed) ? tier : computed,
				);
				expect(tierOf(pattern, policy)).toBe(computed);
			},
		),
	);
});

test('a stricter tier only adds controls, each once', () => {
	fc.assert(
		fc.property(exposures, techniques, (exposure, used) => {
			const [low, medium, high] = words.tier.values.map((tier) =>
				requiredControls({ exposure, techniques: used, tier }, policy).map(
					({ control }) => control,
				),
			);
			expect(medium).toEqual(expect.arrayContaining(low ?? []));
			expect(high).toEqual(expect.arrayContaining(medium ?? []));
			expect(new Set(high).size).toBe(high?.length);
		}),
	);
});

test('a control required twice keeps the baseline as its reason', () => {
	const exposure: Exposure = { ...calm.exposure, effect: 'acts-with-approval' };
	const gate = requiredControls({ exposure, techniques: ['agent'], tier: 'high' }, policy).find(
		({ control }) => control === 'approval-gate',
	);
	expect(gate).toEqual({ control: 'approval-gate', baseline: 'high', because: undefined });
});

test('why a control is required is a sentence, by a tier as by a condition', () => {
	const exposure: Exposure = { ...calm.exposure, untrustedInput: true };
	const demands = requiredControls({ exposure, techniques: [], tier: 'low' }, policy);
	for (const demand of demands) expect(demandWords(demand)).toMatch(/[^.]\.$/);
	expect(demands.map(demandWords)).toEqual(
		expect.arrayContaining(['Low tier and above.', 'Untrusted text reaches a prompt.']),
	);
});

describe('the next review is due', () => {
	test.each([
		['2026-11-17', 'low', '2027-11-17'],
		['2026-11-17', 'medium', '2027-05-17'],
		['2026-11-17', 'high', '2027-02-17'],
		['2026-11-30', 'high', '2027-02-28'],
		['2027-11-30', 'high', '2028-02-29'],
		['2024-02-29', 'low', '2025-02-28'],
		['2026-08-31', 'medium', '2027-02-28'],
		['2026-12-31', 'medium', '2027-06-30'],
		['2026-12-01', 'high', '2027-03-01'],
	] as const)('after %s at %s tier on %s', (reviewed, tier, due) => {
		expect(reviewDue(reviewed, tier, policy)).toBe(due);
	});

	test('on the same day whatever the time zone of the machine', () => {
		const zone = process.env.TZ;
		try {
			for (const name of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
				process.env.TZ = name;
				expect(reviewDue('2026-11-30', 'high', policy)).toBe('2027-02-28');
			}
		} finally {
			if (zone === undefined) delete process.env.TZ;
			else process.env.TZ = zone;
		}
	});
});

describe('controls that stand whatever the baselines say', () => {
	const pattern = { ...minimal.patterns(), tier: 'high' as const };
	const { exposure } = pattern;
	const person = { ...pattern, exposure: { ...exposure, decidesAboutPerson: true } };
	const trio = ['human-override', 'incident-playbook', 'retention-policy'];

	test('are none below high tier, for a pattern that decides about nobody', () => {
		expect([...firmControls({ ...pattern, tier: 'medium' }, policy)]).toEqual([]);
	});

	test('are the three of high tier, with the gate once it acts', () => {
		const approved = { ...exposure, effect: 'acts-with-approval' as const };
		expect([...firmControls(pattern, policy)]).toEqual(trio);
		expect([...firmControls({ ...pattern, exposure: approved }, policy)]).toEqual([
			...trio,
			'approval-gate',
		]);
	});

	test('are those of a decision about a person, of which disclosure may be waived', () => {
		expect([...firmControls(person, policy)]).toEqual([
			...trio,
			'impact-assessment',
			'user-disclosure',
		]);
		const kept = unwaivableControls(person, policy);
		expect(kept.has('impact-assessment')).toBe(true);
		expect(kept.has('user-disclosure')).toBe(false);
	});
});

test('a pattern acts after approval, or through a connector it writes to', () => {
	const pattern = minimal.patterns();
	const writes = pattern.connectors.map((use) => ({ ...use, access: 'write' as const }));
	expect(acts(pattern, policy)).toBe(false);
	expect(acts({ ...pattern, connectors: writes }, policy)).toBe(true);
});

test('any area of Annex III makes it high, and none does not', () => {
	for (const annexIII of words.annexIII.values) {
		const exposed = { ...calm, exposure: { ...calm.exposure, annexIII } };
		expect(computeTier(exposed, policy).reasons).toEqual([
			'It falls in an area of Annex III of the EU AI Act.',
		]);
	}
	expect(computeTier(calm, policy).tier).toBe('low');
});

test('a stage is reached at its start', () => {
	expect(hasReached('early-production', 'early-production')).toBe(true);
	expect(hasReached('pilot', 'early-production')).toBe(false);
	expect(hasReached('enterprise-operations', 'early-production')).toBe(true);
});
