/** What the page "Choose" says of the answers, as blocks. Runs in the browser. */
import type { PolicyDocument } from '#schemas/api.ts';
import { councilSeat, tier as tiers } from '#schemas/vocabularies.ts';
import { type Choice, choose } from '../../judge/choice/choose.ts';
import { type Answers, asked, type QuestionId } from '../../judge/choice/questions.ts';
import { demandWords } from '../../judge/tier.ts';
import { countOf } from '../../words/count.ts';
import {
	type Block,
	joined,
	link,
	list,
	mark,
	pairs,
	stateMark,
	strong,
	sub,
	text,
	tierMark,
	type Words,
} from '../blocks.ts';
import type { BrowseIndex } from '../browse/state.ts';
import { type Match, matches } from './matches.ts';

/** What the result is made from; every part is a file that the site serves. */
export interface ChoiceFacts {
	policy: PolicyDocument['data'];
	council: PolicyDocument['council'];
	/** Titles of the controls by id. */
	controls: ReadonlyMap<string, string>;
	index: BrowseIndex;
}

export interface Result {
	title: string;
	blocks: Block[];
	/** The result in a line, to be read aloud. */
	said: string;
	choice: Choice;
}

/** Patterns that are shown; the list has the others. */
const SHOWN = 5;

/** The result of any answers. */
export function resultOf(answers: Answers, facts: ChoiceFacts): Result {
	const choice = choose(answers, facts.policy);
	const found = matches(facts.index, answers, choice);
	const title = titleOf(choice);
	const duties = choice.advice === 'rules' ? [] : dutyBlocks(choice, answers, facts);
	return {
		title,
		blocks: [
			text(reasonFor(choice)),
			...(choice.clash ? [clashNote] : []),
			...duties,
			...patternBlocks(found, answers, choice),
		],
		said: [
			`${title}.`,
			choice.advice !== 'rules' && `${tierWords(choice)}. ${controlCount(choice)}.`,
			answers.problem && `${countOf(found.length, 'pattern')} for this task.`,
		]
			.filter(Boolean)
			.join(' '),
		choice,
	};
}

function titleOf({ advice, tier }: Choice): string {
	switch (advice) {
		case 'rules':
			return 'No, use fixed rules instead';
		case 'person':
			return 'Only if a person decides';
		case 'ai':
			return `Yes, with the controls of ${tiers.label(tier).toLowerCase()} tier`;
		case 'open':
			return 'Answer question 1 to find out';
	}
}

const reasonFor = ({ advice }: Choice): string =>
	({
		rules:
			'If the same input always has one right answer, use code, a query or a form. It costs less and you can explain every result.',
		person:
			'AI can collect and show the evidence. A named person decides, and the person affected can ask for the reasons.',
		ai: 'If several answers can be good enough, AI can help. Measure it on real cases, and let people correct it.',
		open: 'You can answer the questions in any order. The tier and the controls below follow from your answers so far.',
	})[advice];

const clashNote: Block = {
	kind: 'note',
	tone: 'bad',
	fact: 'It must not act alone.',
	words: 'A person must accept each action. Change your answer about the output.',
};

const tierWords = ({ tier, canRaise }: Choice) =>
	`${canRaise.length > 0 ? 'At least ' : ''}${tiers.label(tier).toLowerCase()} tier`.replace(
		/^./,
		(first) => first.toUpperCase(),
	);
const controlCount = ({ controls }: Choice) => countOf(controls.length, 'control');

/** The number that the form gives a question. */
const numberOf = (id: QuestionId, policy: PolicyDocument['data']): number =>
	asked(policy).indexOf(id) + 1;

function dutyBlocks(choice: Choice, answers: Answers, facts: ChoiceFacts): Block[] {
	const { tier, reasons, canRaise } = choice;
	const { policy } = facts;
	const open = canRaise.map((id) => link(String(numberOf(id, policy)), `#q-${id}`));
	const any = Object.keys(answers).length > 0;
	return [
		{
			kind: 'group',
			title: 'Risk tier',
			blocks: [
				text([canRaise.length > 0 && any && 'So far: ', tierMark(tier)]),
				...(reasons.length > 0
					? [
							list(
								reasons.map((reason) => mark(reason, 'mute', 'tick')),
								'reasons',
							),
						]
					: [text('No answer so far is a reason for a higher tier.', 'small')]),
				...(open.length > 0
					? [text(['Your answers to these questions can raise it: ', joined(open), '.'], 'label')]
					: []),
			],
		},
		{
			kind: 'group',
			title: 'What you must do',
			blocks: [pairs(dutyPairs(choice, facts)), ...folds(choice, facts)],
		},
	];
}

function dutyPairs({ firm, seats, reviewMonths, evidence, controls }: Choice, facts: ChoiceFacts) {
	const teams = new Map(facts.council.map(({ seat, team }) => [seat, team]));
	const never = controls.filter(({ control }) => firm.has(control));
	const approvers = seats.map((seat) => {
		const team = teams.get(seat);
		return team ? `${councilSeat.label(seat)} (${team})` : councilSeat.label(seat);
	});
	return [
		['Controls', `${controls.length} required`],
		...(never.length > 0
			? [['Never waived', joined(never.map(({ control }) => controlLink(control, facts)))] as const]
			: []),
		['Approved by', approvers.join(', ')],
		['Evidence', evidenceWords(evidence)],
		['Full review', `Every ${countOf(reviewMonths, 'month')}`],
	] as const satisfies readonly (readonly [string, Words])[];
}

/** Items that are required, and those that depend on a condition, as the guide counts them. */
function evidenceWords(evidence: Choice['evidence']): string {
	const sure = evidence.filter(({ onlyIf }) => !onlyIf).length;
	const more = evidence.length - sure;
	return `${countOf(sure, 'item')}${more > 0 ? `, and ${more} under a condition` : ''}`;
}

const controlLink = (control: string, { controls }: ChoiceFacts) =>
	link(controls.get(control) ?? control, `/controls/${control}/`);

/** The controls and the evidence, one by one. */
const folds = ({ controls, evidence }: Choice, facts: ChoiceFacts): Block[] => [
	{
		kind: 'group',
		title: 'All controls',
		fold: 'closed',
		end: String(controls.length),
		blocks: [
			list(
				controls.map(({ control, ...demand }) => [
					controlLink(control, facts),
					`. ${demandWords(demand)}`,
				]),
			),
		],
	},
	{
		kind: 'group',
		title: 'Evidence for the approval',
		fold: 'closed',
		end: String(evidence.length),
		blocks: [list(evidence.map(({ item, onlyIf }) => (onlyIf ? `${item}. ${onlyIf}` : item)))],
	},
];

function patternBlocks(found: readonly Match[], answers: Answers, { advice }: Choice): Block[] {
	const title = advice === 'rules' ? 'If rules cannot handle every case' : 'Patterns to start from';
	if (answers.problem === undefined) {
		return advice === 'rules'
			? []
			: [
					{
						kind: 'group',
						title,
						blocks: [text(['Answer ', link('question 2', '#q-problem'), ' to see them.'], 'small')],
					},
				];
	}
	if (found.length === 0) {
		return advice === 'rules'
			? []
			: [
					{
						kind: 'group',
						title,
						blocks: [text('There is no pattern for this task yet.', 'small')],
					},
				];
	}
	const more = found.length > SHOWN;
	const address = `/patterns/?problem=${answers.problem}`;
	return [
		{
			kind: 'group',
			title,
			blocks: [
				list(found.slice(0, SHOWN).map(matchWords), 'neighbours'),
				...(more
					? [text(link(`All ${found.length} patterns for this task`, address), 'small')]
					: []),
				...compareLink(found),
			],
		},
	];
}

const matchWords = ({ id, title, summary, tier, state, fits, notes }: Match): Words => [
	strong(link(title, `/patterns/${id}/`)),
	' ',
	tierMark(tier),
	' ',
	stateMark(state),
	sub(summary),
	...notes.map((note) => sub(mark(note, fits ? 'warn' : 'bad'))),
];

/** The first of several patterns can be seen side by side. */
function compareLink(found: readonly Match[]): Block[] {
	const ids = found.slice(0, 4).map(({ id }) => id);
	if (ids.length < 2) return [];
	const query = new URLSearchParams(ids.map((id, at) => ['abcd'.charAt(at), id]));
	return [text(link('Compare them side by side', `/compare/?${query}`), 'small')];
}
