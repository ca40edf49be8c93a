/** What the policy asks of an exposure: tier, reasons, controls, seats, review, evidence. */

import type { PolicyDocument } from '#schemas/api.ts';
import type { Exposure } from '#schemas/exposure.ts';
import type { Pattern } from '#schemas/pattern.ts';
import type { Policy } from '#schemas/policy.ts';
import { type Tier, tier as tiers } from '#schemas/vocabularies.ts';
import {
	ABOUT_PERSON,
	ALL_HIGH_TIER,
	atLeast,
	computeTier,
	demandWords,
	firmControls,
	NO_REASON,
	requiredControls,
	unwaivableControls,
} from '../judge/tier.ts';
import { highTierTrio } from '../rules/high-tier-trio.ts';
import { personDecision } from '../rules/person-decision.ts';
import { countOf } from '../words/count.ts';

export interface Exposed {
	exposure: Exposure;
	techniques: Pattern['techniques'];
}

export interface ObligedControl {
	control: string;
	title: string;
	/** Why it is asked for. */
	why: string;
	/** Whether a waiver can lift it until a date. */
	waivable: boolean;
}

export interface Obligations {
	policyVersion: string;
	tier: Tier;
	tierLabel: string;
	/** Why this tier; empty where no answer raises it. */
	because: string[];
	controls: ObligedControl[];
	/** Seats of the council that must each approve, with the team that fills each. */
	seats: { seat: string; team: string | undefined }[];
	reviewMonths: number;
	/** Items of the evidence pack, with when each is needed where it is not always. */
	evidence: { item: string; onlyIf?: string }[];
	/** What else holds, in the words of the rules that check it. */
	rules: { rule: string; summary: string }[];
}

/** What an exposure obliges. `titles` are those of the controls, by id. */
export function obligationsOf(
	{ exposure, techniques }: Exposed,
	{ data: policy, version, council }: Omit<PolicyDocument, 'api'>,
	titles: ReadonlyMap<string, string>,
): Obligations {
	const pattern = { exposure, techniques, tier: undefined, connectors: [] };
	const { tier, reasons } = computeTier(pattern, policy);
	const firm = unwaivableControls(pattern, policy);
	const reasonsFor = new Map(
		requiredControls(pattern, policy).map((one) => [one.control, demandWords(one)]),
	);
	for (const control of firmControls(pattern, policy)) {
		if (!reasonsFor.has(control)) reasonsFor.set(control, firmReason(control, policy));
	}
	const teams = new Map(council.map(({ seat, team, label }) => [seat, { label, team }]));
	return {
		policyVersion: version,
		tier,
		tierLabel: tiers.label(tier),
		because: reasons,
		controls: [...reasonsFor].map(([control, why]) => ({
			control,
			title: titles.get(control) ?? control,
			why,
			waivable: !firm.has(control),
		})),
		seats: policy.approval.seats[tier].map((seat) => ({
			seat: teams.get(seat)?.label ?? seat,
			team: teams.get(seat)?.team,
		})),
		reviewMonths: policy.reviewMonths[tier],
		evidence: policy.evidencePack
			.filter(({ from }) => atLeast(tier, from))
			.map(({ item, onlyIf }) => ({ item, ...(onlyIf ? { onlyIf } : {}) })),
		rules: [
			...(tier === 'high' ? [highTierTrio] : []),
			...(exposure.decidesAboutPerson ? [personDecision] : []),
		].map(({ id, summary }) => ({ rule: id, summary })),
	};
}

const firmReason = (control: string, { personDecision: people }: Policy) =>
	people.controls.includes(control) ? ABOUT_PERSON : ALL_HIGH_TIER;

/** The same as text: one line each, controls and evidence as lists. */
export function obligationText(found: Obligations): string {
	const { tierLabel, because, controls, seats, reviewMonths, evidence, rules } = found;
	return [
		`Risk tier: ${tierLabel}. ${because.join(' ') || NO_REASON}`,
		`Policy ${found.policyVersion}.`,
		'',
		`Controls it needs (${controls.length}):`,
		...controls.map(
			({ control, title, why, waivable }) =>
				`- ${title} (${control}). ${why}${waivable ? '' : ' It cannot be waived.'}`,
		),
		'',
		`Approval by the seats ${seats.map(seatWords).join(', ')}, each through a different person, and none through an author.`,
		`A full review every ${countOf(reviewMonths, 'month')}.`,
		...rules.map(({ rule, summary }) => `Rule ${rule}: ${summary}`),
		'',
		`Evidence pack (${evidence.length}):`,
		...evidence.map(({ item, onlyIf }) => `- ${item}${onlyIf ? ` (${onlyIf})` : ''}`),
	].join('\n');
}

const seatWords = ({ seat, team }: Obligations['seats'][number]) =>
	team ? `${seat} (${team})` : seat;
