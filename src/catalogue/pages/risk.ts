/** The page of a risk: which controls address it, how it comes about and shows, where it is listed. */
import {
	type ControlType,
	controlType,
	impact,
	likelihood,
	riskCategory,
	type Tier,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { entryPath } from '../model/entry.ts';
import { labelAt } from '../model/labels.ts';
import { countOf } from '../words/count.ts';
import { shortDay } from '../words/day.ts';
import { gap, link, list, quiet, sub, text, tierMark } from './blocks.ts';
import { citing, citingPatterns, type PatternRows, patternRows } from './citing.ts';
import {
	besideSection,
	changesSection,
	fieldSection,
	mappingSection,
	metricNeighbours,
	proseSections,
	usesSection,
} from './common-sections.ts';
import { entryPage } from './entry-page.ts';
import { nothing, words } from './fact.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status, usedByColumn as usedBy } from './list-columns.ts';
import type { Page, Section } from './page.ts';
import { type RequiredFrom, requiredFrom, requiredWords } from './required-from.ts';
import { riskGrid } from './risk-grid.ts';
import type { EntryFacts } from './title-facts.ts';

/** Everything the page of a risk says. */
export function riskPage(entry: Entry<'risks'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	const answers = answersTo(entry, catalogue);
	return entryPage(entry, catalogue, {
		facts: factsOf(entry, answers),
		shown: ['patterns', 'controls'],
		sections: [
			answersSection(entry, answers, catalogue),
			usesSection('Where it is listed', {
				label: 'Patterns that list this risk',
				columns: RISK_USE_COLUMNS,
				uses: riskUses(entry, catalogue),
				none: 'No patterns list this risk yet. When one does, it will be listed here.',
				look: 'uses',
			}),
			fieldSection('risks', 'rating', [
				text(
					'Where it usually is at each tier, before controls. Each pattern has its own rating.',
					'intro',
				),
				riskGrid(tiers.values.map((tier) => ({ ...data.rating[tier], words: tierMark(tier) }))),
			]),
			fieldSection('risks', 'causes', [list(data.causes)]),
			fieldSection('risks', 'signs', [list(data.signs)]),
			fieldSection('risks', 'questions', [
				text('Each can be answered with yes, no or a number.', 'intro'),
				list(data.questions),
			]),
			...proseSections(entry),
			mappingSection(entry, data.frameworks, catalogue),
		],
		side: [
			...besideSection(
				'watched-by',
				labelAt('risks', 'watchedBy'),
				metricNeighbours(data.watchedBy, catalogue),
			),
			changesSection(data.changes),
		],
	});
}

function factsOf(entry: Entry<'risks'>, groups: readonly AnswerGroup[]): EntryFacts {
	const { category } = entry.data;
	const count = groups.reduce((sum, { answers }) => sum + answers.length, 0);
	const { medium } = entry.data.rating;
	return [
		{
			label: 'Addressed by',
			text: countOf(count, 'control', 'controls'),
			sub: groups.map(({ type, answers: { length } }) => `${length} ${type}`).join(', '),
		},
		{
			label: 'Usual at medium tier',
			text: likelihood.label(medium.likelihood),
			sub: `${impact.label(medium.impact)} impact`,
		},
		{
			label: labelAt('risks', 'category'),
			text: riskCategory.label(category),
			sub: riskCategory.terms[category].meaning.replace(/\.$/, ''),
		},
	];
}

/** Controls that address it, by what they do; a type without any says so. */
function answersSection(
	{ id }: Entry<'risks'>,
	groups: readonly AnswerGroup[],
	{ policy }: Catalogue,
): Section {
	const treated = policy.portfolioRisks.find(({ risk }) => risk === id)?.treatedBy;
	return {
		id: 'answers',
		title: 'Controls that address it',
		blocks: [
			text(
				[
					answerSentence(groups),
					treated && ` It is handled centrally for all patterns:  ${treated}`,
				],
				'intro',
			),
			{
				kind: 'table',
				label: 'Controls that address it',
				look: 'by-type',
				columns: [{ label: 'Control' }, { label: 'What it does' }, { label: 'Required from' }],
				groups: groups.map(({ verb, meaning, type, answers }) => ({
					title: [verb, quiet(` ${meaning}`)],
					rows:
						answers.length === 0
							? [{ cells: [], across: gap(`No ${type} control lists this risk.`) }]
							: answers.map(({ title, summary, path, required }) => ({
									cells: [
										link(title, path),
										summary,
										[required.tier && tierMark(required.tier), sub(requiredWords(required))],
									],
								})),
				})),
			},
		],
	};
}

interface Answer {
	id: string;
	title: string;
	summary: string;
	path: string;
	required: RequiredFrom;
}

interface AnswerGroup {
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
	if (count === 0) return 'No controls address it yet.';
	const counted = groups
		.filter(({ answers }) => answers.length > 0)
		.map(({ answers, verb }) => `${answers.length} ${verb.toLowerCase()}`)
		.join(', ');
	const missing = groups.filter(({ answers }) => answers.length === 0).map(({ type }) => type);
	const gap = missing.length > 0 ? ` No ${missing.join(' and no ')} control lists it.` : '';
	return `${countOf(count, 'control addresses', 'controls address')} it: ${counted}.${gap}`;
}

const RISK_USE_COLUMNS = [
	'Pattern',
	'Status',
	'Tier',
	'How it appears there',
	'Before controls',
	'Remaining risk',
] as const;

/** Patterns that list a risk: the scene, the rating, what is left. */
function riskUses(risk: Entry<'risks'>, catalogue: Catalogue): PatternRows {
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

/** What its list compares. */
export const riskColumns: readonly ListColumn<'risks'>[] = [
	status,
	{
		label: 'Usual at medium tier',
		fact: ({ data: { rating } }) =>
			words(
				`${likelihood.label(rating.medium.likelihood)}, ${impact.label(rating.medium.impact).toLowerCase()}`,
			),
		rank: ({ data: { rating } }) =>
			likelihood.rank(rating.medium.likelihood) * impact.values.length +
			impact.rank(rating.medium.impact),
	},
	{
		label: 'Addressed by',
		fact: (entry, catalogue) => {
			const count = citing(entry, catalogue).filter(
				({ data }) => 'mitigates' in data && data.mitigates.includes(entry.id),
			).length;
			return count === 0
				? nothing('No controls yet')
				: words(countOf(count, 'control', 'controls'));
		},
	},
	{ ...usedBy, label: 'Listed by' },
];
