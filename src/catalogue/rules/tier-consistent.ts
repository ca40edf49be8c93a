/** A declared tier may be stricter than the computed one, never lower. */
import { tier as tiers } from '#schemas/vocabularies.ts';
import { atLeast, computeTier } from '../judge/tier.ts';
import type { Rule } from '../model/rule.ts';

export const tierConsistent: Rule = {
	id: 'tier-consistent',
	phase: 'policy',
	severity: 'error',
	summary: 'A declared tier is at least the tier computed from the exposure.',
	why: 'The tier decides which controls, evidence and seats a pattern needs. If it were a matter of opinion, anyone could call the riskiest pattern the safest.',
	source: 'Domain rule 1, project brief, section 3',
	example: {
		in: 'patterns',
		given: [
			{
				in: 'patterns',
				data: `exposure:
  data: internal
  personalData: none
  effect: informs
  reach: team
  reversibility: easy
  untrustedInput: false
  decidesAboutPerson: true
  regulated: false`,
			},
		],
		fails: 'tier: medium',
		passes: 'tier: high',
	},
	*check({ patterns, policy }) {
		for (const entry of patterns.values()) {
			const declared = entry.data.tier;
			if (!declared) continue;
			const { tier, reasons } = computeTier(entry.data, policy);
			if (atLeast(declared, tier)) continue;
			yield {
				entry,
				path: ['tier'],
				message: `the declared tier "${declared}" is lower than the computed tier "${tier}".`,
				fix: `Remove \`tier\`. It is ${tiers.label(tier).toLowerCase()} because: ${reasons.join(' ')}`,
			};
		}
	},
};
