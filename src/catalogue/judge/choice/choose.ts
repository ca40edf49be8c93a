/**
 * What follows from the answers: whether to use AI at all, the tier so far, and what it requires.
 * The same functions judge a pattern, so the page and the build cannot disagree.
 */
import type { Policy } from '#schemas/policy.ts';
import type { CouncilSeat, Tier } from '#schemas/vocabularies.ts';
import {
	ABOUT_PERSON,
	atLeast,
	computeTier,
	firmControls,
	holds,
	type RequiredControl,
	requiredControls,
	unwaivableControls,
} from '../tier.ts';
import { exposedBy } from './answers.ts';
import { type Answers, type QuestionId, questionIds, questionsIn, YES } from './questions.ts';

/** Who should do the task: fixed rules, a person with AI beside them, or AI that people check. */
export type Advice = 'rules' | 'person' | 'ai' | 'open';

export interface Choice {
	advice: Advice;
	/** It would act alone although a person must decide. */
	clash: boolean;
	/** The tier that the answers so far give. More answers can raise it, never lower it. */
	tier: Tier;
	reasons: string[];
	/** Open questions whose answer can raise the tier. */
	canRaise: QuestionId[];
	controls: RequiredControl[];
	/** Ids of the controls that no waiver lifts. */
	firm: ReadonlySet<string>;
	seats: readonly CouncilSeat[];
	reviewMonths: number;
	evidence: { item: string; onlyIf?: string }[];
}

/** Works out what follows from the answers under a policy. Any answer may be open. */
export function choose(answers: Answers, policy: Policy): Choice {
	const exposed = { ...exposedBy(answers), connectors: [] };
	const { tier, reasons } = computeTier(exposed, policy);
	const advice = adviceOf(answers);
	return {
		advice,
		clash: advice === 'person' && answers.effect === 'acts-alone',
		tier,
		reasons,
		canRaise: canRaise(answers, tier, policy),
		controls: controlsOf(exposed, policy),
		firm: unwaivableControls(exposed, policy),
		seats: policy.approval.seats[tier],
		reviewMonths: policy.reviewMonths[tier],
		evidence: policy.evidencePack
			.filter(({ from }) => atLeast(tier, from))
			.map(({ item, onlyIf }) => ({ item, ...(onlyIf && { onlyIf }) })),
	};
}

function adviceOf({ task, decidesAboutPerson }: Answers): Advice {
	if (task === 'one-answer') return 'rules';
	if (task === 'serious-harm' || decidesAboutPerson === YES) return 'person';
	return task === 'several-answers' ? 'ai' : 'open';
}

/** Those of the baselines and conditions, and those that a tier or a decision always needs. */
function controlsOf(
	exposed: Parameters<typeof firmControls>[0],
	policy: Policy,
): RequiredControl[] {
	const required = requiredControls(exposed, policy);
	const known = new Set(required.map(({ control }) => control));
	const more = [...firmControls(exposed, policy)].filter((control) => !known.has(control));
	const high = [...policy.highTier.controls, policy.highTier.gate];
	return [
		...required,
		...more.map((control) => ({
			control,
			baseline: undefined,
			because: high.includes(control) ? 'Always at high tier.' : ABOUT_PERSON,
		})),
	];
}

/** The open questions of every reason for a higher tier that can still come to hold. */
function canRaise(answers: Answers, tier: Tier, policy: Policy): QuestionId[] {
	const higher = policy.tiers.filter((one) => one.tier !== tier && atLeast(one.tier, tier));
	const open = higher.flatMap(({ when }) => {
		const missing = questionsIn(when).filter((id) => answers[id] === undefined);
		if (missing.length === 0) return [];
		// Whether the reason can hold depends on the parts of it that are answered.
		const { technique, ...rest } = when;
		const answered = Object.entries(rest).filter(
			([key]) => answers[key as QuestionId] !== undefined,
		);
		const settled = technique?.some((one) => answers[one] === undefined) ? {} : { technique };
		const possible = holds({ ...settled, ...Object.fromEntries(answered) }, exposedBy(answers));
		return possible ? missing : [];
	});
	const named = new Set(open);
	return questionIds.filter((id) => named.has(id));
}
