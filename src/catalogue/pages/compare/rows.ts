/** What is compared, point by point: each row reads a pattern as the JSON of the site has it. */
import type { PatternDocument } from '#schemas/api.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { stageNames } from '#schemas/stage-names.ts';
import * as words from '#schemas/vocabularies.ts';
import { countOf } from '../../words/count.ts';
import { shortDay } from '../../words/day.ts';
import { code, link, tierMark, type Words } from '../blocks.ts';

/** A pattern, with its data as its schema has it. */
export type ComparedPattern = Omit<PatternDocument, 'data'> & { data: Pattern };

/** Titles of entries that patterns cite, by collection and id. */
export type Titles = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A value with what tells it from another. */
export interface Value {
	key: string;
	words: Words;
}

export interface Point {
	label: string;
	/** Several values are compared one by one. */
	values: (pattern: ComparedPattern, titles: Titles) => Value[];
}

const plain = (label: string, read: (pattern: ComparedPattern) => string | undefined): Point => ({
	label,
	values: (pattern) => {
		const text = read(pattern);
		return text ? [{ key: text, words: text }] : [];
	},
});

const texts = (label: string, read: (pattern: ComparedPattern) => readonly string[]): Point => ({
	label,
	values: (pattern) => read(pattern).map((text) => ({ key: text, words: text })),
});

const yesOrNo = (label: string, read: (pattern: ComparedPattern) => boolean): Point =>
	plain(label, (pattern) => (read(pattern) ? 'Yes' : 'No'));

/** Entries that a pattern cites, as links with their titles. */
const cited = (
	label: string,
	collection: string,
	read: (data: Pattern) => readonly string[],
): Point => ({
	label,
	values: ({ data }, titles) =>
		[...new Set(read(data))].map((id) => ({
			key: id,
			words: link(titles.get(collection)?.get(id) ?? code(id), `/${collection}/${id}/`),
		})),
});

const acceptedWords = ({ data }: ComparedPattern) =>
	data.risks.flatMap(({ risk, accepted }) =>
		accepted ? [{ risk, until: shortDay(accepted.until) }] : [],
	);

/** The points in their groups, in the order of the page. */
export const POINTS: readonly { title: string; points: readonly Point[] }[] = [
	{
		title: 'Fit',
		points: [
			plain('Task', ({ data }) => words.problem.label(data.problem)),
			plain('Outcome', ({ data }) => words.outcome.label(data.outcome)),
			texts('Technique', ({ data }) => data.techniques.map((one) => words.technique.label(one))),
			texts('Use it when', ({ data }) => data.inShort?.use ?? data.useWhen),
			texts('Do not use it when', ({ data }) =>
				(data.inShort?.avoid ?? data.doNotUseWhen).map((one) => one.case),
			),
			plain(stageNames.pattern, ({ data }) => words.stage.label(data.stage)),
		],
	},
	{
		title: 'Risk tier and data',
		points: [
			{
				label: 'Tier',
				values: ({ computed: { tier } }) => [{ key: tier, words: tierMark(tier) }],
			},
			texts('Why this tier', ({ computed }) => computed.because),
			plain('Data', ({ data }) => words.dataClass.label(data.exposure.data)),
			plain('Personal data', ({ data }) => words.personalData.label(data.exposure.personalData)),
			yesOrNo('Text from outside', ({ data }) => data.exposure.untrustedInput),
			yesOrNo('Decision about a person', ({ data }) => data.exposure.decidesAboutPerson),
			yesOrNo('Regulated', ({ data }) => data.exposure.regulated),
		],
	},
	{
		title: 'Oversight',
		points: [
			plain('Effect', ({ data }) => words.effect.terms[data.exposure.effect].meaning),
			plain('Who receives it', ({ data }) => words.reach.label(data.exposure.reach)),
			plain('Undoing mistakes', ({ data }) =>
				words.reversibility.label(data.exposure.reversibility),
			),
			cited('Who decides', 'roles', ({ decidedBy }) => (decidedBy ? [decidedBy] : [])),
			plain('Next full review', ({ computed }) => shortDay(computed.reviewDue)),
		],
	},
	{
		title: 'Build',
		points: [
			cited('Connectors', 'connectors', ({ connectors }) =>
				connectors.map(({ connector }) => connector),
			),
			cited('Prompts', 'prompts', ({ prompts }) => prompts),
			cited('Models', 'models', ({ models }) => models),
			plain('Time to a pilot', ({ data: { effort } }) =>
				effort ? `${effort.weeks.from} to ${countOf(effort.weeks.to, 'week')}` : undefined,
			),
			plain('People', ({ data }) => data.effort?.people),
			plain('Data to start', ({ data }) => data.effort?.data),
			plain('Smallest safe start', ({ data }) => data.effort?.start),
		],
	},
	{
		title: 'Risks and controls',
		points: [
			cited('Risks', 'risks', ({ risks }) => risks.map(({ risk }) => risk)),
			{
				label: 'Accepted risks',
				values: (pattern, titles) =>
					acceptedWords(pattern).map(({ risk, until }) => ({
						key: `${risk} ${until}`,
						words: [
							link(titles.get('risks')?.get(risk) ?? risk, `/risks/${risk}/`),
							`, until ${until}`,
						],
					})),
			},
			plain('Controls required', ({ computed }) => String(computed.requiredControls.length)),
		],
	},
];
