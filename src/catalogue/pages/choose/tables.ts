/** The decision as tables: what the form works out, for paper and for readers without a script. */
import {
	councilSeat,
	dataClass,
	type TaskKind,
	taskKind,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { stateOf } from '../../judge/approval/state.ts';
import { atLeast, tierOf } from '../../judge/tier.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import {
	each,
	joined,
	link,
	stateMark,
	strong,
	sub,
	table,
	text,
	tierMark,
	type Words,
} from '../blocks.ts';
import { byProblem } from '../home.ts';
import type { Section } from '../page.ts';

/** What to use for each kind of task. */
const advice = {
	'one-answer': ['No', 'Use code, a query or a form.'],
	'several-answers': [
		'Yes',
		'Choose a pattern. Measure it on real cases, and let people correct it.',
	],
	'serious-harm': ['Only if a person decides', 'AI can collect and show the evidence.'],
} satisfies Record<TaskKind, readonly [string, string]>;

/** The sections, from the policy and the patterns of the catalogue. */
export const choiceTables = (catalogue: Catalogue): Section[] => [
	{
		id: 'should-it-be-ai',
		title: 'Should this be AI?',
		blocks: [
			table(
				'Kinds of task',
				['Your task', 'Should it be AI?', 'What to do'],
				taskKind.values.map((kind) => [
					[taskKind.label(kind), sub(taskKind.terms[kind].meaning)],
					strong(advice[kind][0]),
					advice[kind][1],
				]),
			),
		],
	},
	tierSection(catalogue),
	conditionSection(catalogue),
	patternSection(catalogue),
];

function tierSection({ policy }: Catalogue): Section {
	const levels = [...tiers.values].reverse();
	const controls = (level: (typeof levels)[number]) =>
		tiers.values.filter((one) => atLeast(level, one)).flatMap((one) => policy.baselines[one])
			.length;
	return {
		id: 'tiers',
		title: 'How the tier is worked out',
		blocks: [
			text('Start at the top. The first row that applies sets the tier.', 'intro'),
			table(
				'Risk tiers',
				['Tier', 'Applies when any of these is true', 'Controls', 'Approved by', 'Full review'],
				levels.map((level) => {
					const reasons = policy.tiers.filter(({ tier }) => tier === level);
					return [
						tierMark(level),
						reasons.length > 0 ? each(reasons.map(({ because }) => because)) : 'None of the above.',
						String(controls(level)),
						policy.approval.seats[level].map((seat) => councilSeat.label(seat)).join(', '),
						`Every ${countOf(policy.reviewMonths[level], 'month')}`,
					];
				}),
			),
		],
	};
}

function conditionSection({ policy, controls }: Catalogue): Section {
	const named = (id: string) => link(controls.get(id)?.data.title ?? id, `/controls/${id}/`);
	return {
		id: 'added-controls',
		title: 'What adds controls at any tier',
		blocks: [
			policy.conditions.length === 0
				? text('The policy adds no controls to the tier.')
				: table(
						'Added controls',
						['If this is true', 'Add these controls'],
						policy.conditions.map(({ because, controls: added }) => [
							because,
							joined(added.map(named)),
						]),
					),
		],
	};
}

function patternSection(catalogue: Catalogue): Section {
	const { policy } = catalogue;
	return {
		id: 'patterns-by-task',
		title: 'Which pattern to start from',
		blocks: [
			table(
				'Patterns by task',
				['What you need to do', 'Patterns, with the most sensitive data they are designed for'],
				byProblem(catalogue).map(({ label, says, problem, count, shown }) => [
					[label, sub(`${says}.`)],
					count === 0
						? ['None yet. ', link('Propose one', '/contribute/')]
						: each([
								...shown.map(
									(entry): Words => [
										link(entry.data.title, `/patterns/${entry.id}/`),
										`, ${dataClass.label(entry.data.exposure.data).toLowerCase()} data `,
										tierMark(tierOf(entry.data, policy)),
										' ',
										stateMark(stateOf(entry, catalogue)),
									],
								),
								count > shown.length && link(`All ${count}`, `/patterns/?problem=${problem}`),
							]),
				]),
			),
		],
	};
}
