/** What the page of a risk shows beside its own fields: what answers it, and where it is listed. */
import {
	type ControlType,
	controlType,
	impact,
	likelihood,
	type Tier,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { shortDay } from '../words/day.ts';
import { citing, citingPatterns, type PatternRows, patternRows } from './citing.ts';
import { words } from './fact.ts';
import { type RequiredFrom, requiredFrom } from './required-from.ts';

export interface Answer {
	id: string;
	title: string;
	summary: string;
	path: string;
	required: RequiredFrom;
}

export interface AnswerGroup {
	type: ControlType;
	/** What controls of this type do: prevent, detect, correct. */
	verb: string;
	meaning: string;
	answers: Answer[];
}

const VERBS = {
	preventive: 'Prevent',
	detective: 'Detect',
	corrective: 'Correct',
} satisfies Record<ControlType, string>;

/** Controls that list the risk, by type; a type without any keeps its place, empty. */
export function answersTo(risk: Entry<'risks'>, catalogue: Catalogue): AnswerGroup[] {
	const controls = citing(risk, catalogue)
		.filter((entry): entry is Entry<'controls'> => entry.collection === 'controls')
		.filter(({ data }) => data.mitigates.includes(risk.id));
	return controlType.values.map((type) => ({
		type,
		verb: VERBS[type],
		meaning: controlType.terms[type].meaning,
		answers: controls
			.filter(({ data }) => data.type === type)
			.map((control) => ({
				id: control.id,
				title: control.data.title,
				summary: control.data.summary,
				path: entryPath(control),
				required: requiredFrom(control.id, catalogue.policy),
			})),
	}));
}

/** The answer of the section: how many controls of each type, and which type has none. */
export function answerSentence(groups: readonly AnswerGroup[]): string {
	const count = groups.reduce((sum, { answers }) => sum + answers.length, 0);
	if (count === 0) return 'No control answers it yet.';
	const counted = groups
		.filter(({ answers }) => answers.length > 0)
		.map(({ answers, verb }) => `${answers.length} ${verb.toLowerCase()}`)
		.join(', ');
	const missing = groups.filter(({ answers }) => answers.length === 0).map(({ type }) => type);
	const gap = missing.length > 0 ? ` No ${missing.join(' and no ')} control lists it.` : '';
	return `${count} ${count === 1 ? 'control answers' : 'controls answer'} it: ${counted}.${gap}`;
}

export const RISK_USE_COLUMNS = [
	'Pattern',
	'Status',
	'Tier',
	'How it shows there',
	'Before controls',
	'What is left',
] as const;

/** Patterns that list a risk: the scene, the rating, what is left. */
export function riskUses(risk: Entry<'risks'>, catalogue: Catalogue): PatternRows {
	const patterns = citingPatterns(risk, catalogue).filter(({ data }) =>
		data.risks.some((listed) => listed.risk === risk.id),
	);
	return patternRows(patterns, catalogue, ({ data }) => {
		const listed = data.risks.find((candidate) => candidate.risk === risk.id);
		if (!listed) return [];
		const { accepted, residual } = listed;
		return [
			words(listed.scenario),
			words(ratingWords(listed)),
			{
				text: residual ?? 'Nothing stated',
				faint: !residual,
				...(accepted
					? { sub: `Accepted by ${accepted.by} until ${shortDay(accepted.until)}` }
					: {}),
			},
		];
	});
}

type Rating = Entry<'risks'>['data']['rating'][Tier];

const ratingWords = (rating: Rating) =>
	`${likelihood.label(rating.likelihood)}, ${impact.label(rating.impact).toLowerCase()}`;

/** Usual likelihood and impact at each tier. */
export function ratingsByTier({
	data,
}: Entry<'risks'>): { tier: Tier; likely: string; bad: string }[] {
	return tiers.values.map((tier) => ({
		tier,
		likely: likelihood.label(data.rating[tier].likelihood),
		bad: impact.label(data.rating[tier].impact),
	}));
}
