/** A declared tier may be stricter than the computed one, never lower. */
import { tier as tiers } from '#schemas/vocabularies.ts';
import { atLeast, computeTier } from '../tier.ts';
import type { Rule } from './engine.ts';

export const tierConsistent: Rule = {
	id: 'tier-consistent',
	phase: 'policy',
	severity: 'error',
	summary: 'A declared tier is at least the tier computed from the exposure.',
	why: '',
	source: 'Domain rule 1, brief §3',
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
