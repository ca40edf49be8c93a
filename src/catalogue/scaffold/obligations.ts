/** The tier of an exposure and what it obliges, as lines for a terminal. */

import { councilSeat, tier as tiers } from '#schemas/vocabularies.ts';
import { atLeast, computeTier, NO_REASON } from '../judge/tier.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';
import { controlsFor, type PatternWish } from './wish.ts';

type Exposed = Pick<PatternWish, 'exposure' | 'techniques'>;

/** What a team takes on with a pattern of this exposure. */
export function obligationLines(exposed: Exposed, catalogue: Catalogue): string[] {
	const { policy } = catalogue;
	const { tier, reasons } = computeTier(exposed, policy);
	const controls = controlsFor(exposed, catalogue);
	const seats = policy.approval.seats[tier].map((seat) => councilSeat.label(seat));
	const pack = policy.evidencePack.filter(({ from }) => atLeast(tier, from));
	return [
		`Risk tier: ${tiers.label(tier)}. ${reasons.join(' ') || NO_REASON}`,
		`  ${countOf(controls.length, 'control')}: ${controls.join(', ')}`,
		`  Approval by the seats ${seats.join(', ')}, each through a different person, and none through an author`,
		`  A full review every ${countOf(policy.reviewMonths[tier], 'month')}`,
		`  Evidence pack of ${pack.length} items:`,
		...pack.map(
			({ item, onlyIf }) => `    - ${item}${onlyIf ? ` (${onlyIf.replace(/\.$/, '')})` : ''}`,
		),
	];
}
