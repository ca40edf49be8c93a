/** The maturity check: how far the organisation has come, and the next three steps. */

import type { MaturityCheck } from '#schemas/vocabularies.ts';
import { levelOf } from '../../judge/maturity/level.ts';
import { type Answer, answerOf, type Question } from '../../judge/maturity/maturity.ts';
import { usesOf } from '../../judge/portfolio/uses.ts';
import { apiPath } from '../../model/api-path.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath, titleOf } from '../../model/entry.ts';
import { countOf } from '../../words/count.ts';
import { longDay } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';
import { type Block, link, list, table, text } from '../blocks.ts';
import { exampleOf } from '../example.ts';
import { jsonFile } from '../head-words.ts';
import type { Section, Sheet } from '../page.ts';
import type { MaturityLevel, MaturityView } from './view.ts';

export const MATURITY = '/maturity/';
export const MATURITY_JSON = apiPath('maturity');

/** Steps that the result shows. */
export const STEPS = 3;
/** Names in an answer; the rest is a number. */
const MOST_NAMES = 3;

/** What each check counts, and where a reader finds it. */
const SOURCES: Record<MaturityCheck, readonly [noun: string, path: string]> = {
	'patterns-approved': ['approved patterns', '/patterns/'],
	'uses-owned': ['live uses', '/portfolio/'],
	'seats-filled': ['seats', '/queue/#seats'],
	'council-meets': ['conditions are true', '/queue/agenda/'],
	'uses-approved': ['live uses', '/portfolio/'],
	'pattern-reused': ['patterns', '/portfolio/#reuse'],
	'controls-proven': ['live uses', '/coverage/'],
	'uses-measured': ['live uses', '/portfolio/'],
	'people-trained': ['live uses', '/portfolio/'],
	'switch-drilled': ['live uses', '/portfolio/'],
	'evidence-complete': ['live uses', '/portfolio/#parts'],
	'cost-recorded': ['live uses', '/portfolio/#spend'],
	'outcomes-measured': ['outcomes', '/portfolio/#outcomes'],
	'suppliers-spread': ['uses', '/portfolio/#flags'],
};

/** The levels and questions with what the catalogue answers. */
export function maturityView(catalogue: Catalogue): MaturityView {
	const { levels, questions } = catalogue.policy.maturity;
	const inOrder = questions.toSorted((a, b) => a.level - b.level);
	const found = new Map(inOrder.map((one) => [one.id, answerOf(one, catalogue)]));
	return {
		level: levelOf(inOrder, ({ id }) => found.get(id)?.yes === true),
		levels: levels.map(
			({ name, means }, at): MaturityLevel => ({
				number: at + 1,
				name,
				means,
				questions: inOrder
					.filter(({ level }) => level === at + 1)
					.map((question) => ({
						number: inOrder.indexOf(question) + 1,
						id: question.id,
						text: question.text,
						answer: answerWords(question, found.get(question.id), catalogue),
						next: question.next,
						who: question.who,
						effort: question.effort,
					})),
			}),
		),
	};
}

function answerWords({ check }: Question, answer: Answer | undefined, catalogue: Catalogue) {
	if (!check || !answer) return undefined;
	const [noun, place] = SOURCES[check];
	// A portfolio without a use has no parts to lead to.
	const isEmpty = place.startsWith('/portfolio/') && usesOf(catalogue).length === 0;
	const path = isEmpty ? '/portfolio/' : place;
	const { yes, done, of, missing } = answer;
	const names = missing.slice(0, MOST_NAMES).map(titleOf).join(', ');
	const more = missing.length - MOST_NAMES;
	const lacking = names
		? `. Missing: ${names}${more > 0 ? ` and ${countOf(more, 'other')}` : ''}`
		: '';
	const counted =
		of === 0 ? `No ${noun} yet` : `${formatNumber(done)} of ${formatNumber(of)} ${noun}`;
	return { yes, says: counted + lacking, path };
}

export function maturitySheet(catalogue: Catalogue): Sheet {
	const view = maturityView(catalogue);
	const all = view.levels.flatMap(({ questions }) => questions);
	const own = all.filter(({ answer }) => answer).length;
	return {
		path: MATURITY,
		title: 'Maturity check',
		summary: `How far has your organisation come with running AI? The catalogue answers ${own} of ${countOf(all.length, 'question')} from its records. You answer the other ${formatNumber(all.length - own)}.`,
		aliases: [],
		notices: [],
		asOf: { words: longDay(catalogue.today), files: [jsonFile(MATURITY_JSON)] },
		sections: [
			{
				id: 'questions',
				title: 'Questions',
				answer:
					'You reach a level when every answer there and below it is yes. "Not sure" counts as no. Nothing that you choose leaves this page.',
				blocks: [{ kind: 'custom', part: { name: 'maturity', view }, said: saidOf(view) }],
			},
			...roadmapSection(catalogue),
		],
		side: [],
		...exampleOf([...catalogue['use-cases'].values()], catalogue),
	};
}

/** The way from one level to the next, where the catalogue has its guide. */
function roadmapSection({ guides }: Catalogue): Section[] {
	const guide = guides.get('roadmap');
	if (!guide) return [];
	return [
		{
			id: 'roadmap',
			title: 'Roadmap',
			answer: guide.data.summary,
			blocks: [text(link(guide.data.title, entryPath(guide)))],
		},
	];
}

/** The same without a form: answers of the catalogue, and which are the reader's. */
function saidOf({ levels, level }: MaturityView): Block[] {
	const steps = levels
		.flatMap(({ questions }) => questions)
		.filter(({ answer }) => !answer?.yes)
		.slice(0, STEPS);
	const reached = levels[level - 1];
	return [
		...levels
			.filter(({ questions }) => questions.length > 0)
			.map(
				({ number, name, means, questions }): Block => ({
					kind: 'group',
					title: `Level ${number}: ${name}. ${means}`,
					blocks: [
						table(
							`Questions of level ${number}`,
							['Question', 'Answer', 'Source'],
							questions.map(({ number: at, text, answer }) => [
								`${at}. ${text}`,
								answer ? (answer.yes ? 'Yes' : 'No') : 'Yours to answer',
								answer ? link(answer.says, answer.path) : 'You',
							]),
						),
					],
				}),
			),
		{
			kind: 'group',
			title: `Until you answer your own questions: level ${level}${reached ? `, ${reached.name}` : ''}. Next three steps`,
			blocks: [
				list(
					steps.map(
						({ number, next, who, effort }) => `${next} Question ${number}. ${who}. ${effort}.`,
					),
					'tasks',
				),
			],
		},
	];
}
