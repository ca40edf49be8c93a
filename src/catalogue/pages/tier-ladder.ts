/** The three tiers as a ladder: where a pattern is, what would raise it, and what each asks. */
import type { Pattern } from '#schemas/pattern.ts';
import { type Tier, tier as tiers } from '#schemas/vocabularies.ts';
import { requiredControls } from '../judge/tier.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';
import { inside, listOf } from '../words/phrase.ts';
import { quiet, strong, sub, type TableBlock, tierMark, type Words } from './blocks.ts';
import type { TierReason } from './pattern-head.ts';

/** The ladder, the highest tier first. */
export function tierLadder(data: Pattern, reason: TierReason, { policy }: Catalogue): TableBlock {
	const why = (one: Tier): Words => {
		if (one === reason.tier) return [strong('This pattern. '), reason.reasons.join(' ')];
		const raise = reason.raises.find(({ tier }) => tier === one);
		if (raise) return `If ${listOf(raise.because.map(inside), 'or')}.`;
		return quiet(
			tiers.rank(one) < tiers.rank(reason.tier)
				? 'Not available to this pattern, because of its data or effect.'
				: 'Only if its owner declares it.',
		);
	};
	// A tier below is not open to the pattern, so what it would require says nothing.
	const required = (one: Tier) =>
		tiers.rank(one) < tiers.rank(reason.tier)
			? []
			: [countOf(requiredControls({ ...data, tier: one }, policy).length, 'control')];
	return {
		kind: 'table',
		label: 'Risk tiers, and why the pattern is where it is',
		look: 'ladder',
		columns: ['Tier', 'What puts a pattern there'].map((label) => ({ label })),
		groups: [
			{
				rows: tiers.values.toReversed().map((one) => ({
					here: one === reason.tier,
					cells: [
						[
							tierMark(one),
							sub(
								[
									...required(one),
									`review every ${countOf(policy.reviewMonths[one], 'month')}`,
								].join(', '),
							),
						],
						why(one),
					],
				})),
			},
		],
	};
}
