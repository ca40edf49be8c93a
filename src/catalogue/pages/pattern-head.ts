/** What decides on the use of a pattern: approval, tier and its reasons, rights, digest, review. */

import type { Pattern } from '#schemas/pattern.ts';
import {
	annexIII,
	effect,
	outcome,
	personalData,
	reversibility,
	type Tier,
	technique,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { patternDigest } from '../judge/approval/digest.ts';
import { computeTier, NO_REASON, reviewDue, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { teamOf } from '../model/team.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { formatNumber } from '../words/number.ts';
import { inside } from '../words/phrase.ts';
import { linkById } from './citing.ts';
import { type ApprovalView, approvalOf } from './pattern-approval.ts';
import { usedBy } from './used-by.ts';

export interface TierReason {
	tier: Tier;
	/** `Medium`, for the start of a sentence. */
	label: string;
	/** Why it is this tier; never empty. */
	reasons: string[];
	/** What would raise it, by higher tier. */
	raises: { tier: Tier; because: string[] }[];
	/** Area of Annex III of the EU AI Act it falls in, as a sentence. */
	annexIII: string | undefined;
}

export interface Head {
	tags: string[];
	approval: ApprovalView;
	tier: TierReason;
	owner: string;
	personal: string;
	digest: string;
	due: string;
	cadence: string;
	/** Who decides what; a role has a page. */
	rights: { what: string; team: string; path?: string }[];
	/** How many live use cases there are, for the cell of the stage. */
	adoption: string;
	council: string;
}

/** Facts of the page head; what of the approval holds follows from the day. */
export function headOf(pattern: Entry<'patterns'>, catalogue: Catalogue): Head {
	const { data } = pattern;
	const { policy, organisation } = catalogue;
	const team = (id: string) => teamOf(id, catalogue).name;
	const tier = tierReason(data, catalogue);
	const rights = data.decisionRights;
	const { live } = usedBy(pattern, catalogue);
	return {
		tags: tagsOf(data),
		approval: approvalOf(pattern, catalogue),
		tier,
		owner: team(data.owner),
		personal:
			data.exposure.personalData === 'none'
				? 'No personal data'
				: `${personalData.label(data.exposure.personalData)} personal data`,
		digest: patternDigest(pattern, catalogue),
		due: reviewDue(data.reviewed, tier.tier, policy),
		cadence: `${tier.label} tier: every ${countOf(policy.reviewMonths[tier.tier], 'month')}. Last on ${longDay(data.reviewed)}`,
		rights: [
			{ what: 'Approve a use case', team: team(rights.approvesUseCase) },
			{ what: 'Own the data', team: team(rights.ownsData) },
			{ what: 'Watch quality', team: team(rights.monitorsQuality) },
			{ what: 'Respond to failure', team: team(rights.respondsToFailure) },
			...personDecision(data, catalogue),
		],
		adoption:
			live === 0
				? 'No live use cases recorded'
				: `Live use cases: ${formatNumber(live)}, ${live === 1 ? '' : 'each '}at its own stage`,
		council: team(organisation.council.team),
	};
}

/** The role that decides, where the output influences a decision about a person. */
function personDecision({ decidedBy }: Pattern, catalogue: Catalogue): Head['rights'] {
	if (!decidedBy) return [];
	const { title, path } = linkById('roles', decidedBy, catalogue);
	return [{ what: 'Decide about the person', team: title, path }];
}

function tagsOf({ techniques, outcome: aim, exposure }: Pattern): string[] {
	return [
		...techniques.map(technique.label),
		outcome.label(aim),
		`${effect.label(exposure.effect)}, ${inside(reversibility.label(exposure.reversibility))}`,
		...(exposure.untrustedInput ? ['Untrusted input'] : []),
	];
}

function tierReason(data: Pattern, { policy }: Catalogue): TierReason {
	const computed = computeTier(data, policy);
	const tier = tierOf(data, policy);
	const declared =
		tier === computed.tier ? [] : ['Its owner declares a stricter tier than the rules give.'];
	const reasons = declared.length > 0 ? declared : computed.reasons;
	const raises = tiers.values.flatMap((higher) => {
		const because = computed.higher
			.filter((reason) => reason.tier === higher && tiers.rank(higher) > tiers.rank(tier))
			.map((reason) => reason.because);
		return because.length === 0 ? [] : [{ tier: higher, because }];
	});
	return {
		tier,
		label: tiers.label(tier),
		reasons: reasons.length > 0 ? reasons : [NO_REASON],
		raises,
		annexIII: data.exposure.annexIII && annexIII.label(data.exposure.annexIII),
	};
}
