/**
 * How the page of a pattern opens: may it be used and on which data, when to use it and when not,
 * what there is to take, and what a team needs to start. A reader decides here.
 */
import { dataClass } from '#schemas/vocabularies.ts';
import { isExampleState, states } from '../judge/approval/state.ts';
import { countOf } from '../words/count.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import {
	type Block,
	EXAMPLE,
	joined,
	label,
	link,
	list,
	pairs,
	quiet,
	strong,
	text,
	tierMark,
	type Words,
} from './blocks.ts';
import type { Section } from './page.ts';
import type { ApprovalView } from './pattern-approval.ts';
import { insteadOf, type Sign, shortOf } from './pattern-record.ts';
import type { PatternSource } from './pattern-source.ts';

/** The opening in its fixed order: verdict, use, avoid, take, effort, data. */
export const openingOf = (source: PatternSource): Section[] => [
	verdict(source),
	useWhen(source),
	doNotUseWhen(source),
	takeIt(source),
	effort(source),
	fitsData(source),
];

/** State, data and tier, with what they mean for the reader. */
function verdict({ pattern, facts: { head, controls }, catalogue }: PatternSource): Section {
	const { data } = pattern;
	const { approval, tier, rights } = head;
	const own = dataClass.label(data.exposure.data).toLowerCase();
	const personal = inside(head.personal);
	const [approves] = rights;
	return {
		id: 'verdict',
		title: 'Can I use it?',
		answer: [states[approval.state].verdict, isExampleState(pattern, catalogue) && [' ', EXAMPLE]],
		blocks: [
			text([
				'Handles ',
				strong(`${own} data`),
				`${personal.startsWith('no ') ? ', but ' : ' and '}${personal}. `,
				tierMark(tier.tier),
				' risk tier, so ',
				strong(countOf(controls.required, 'control')),
				controls.required === 1 ? ' applies.' : ' apply.',
			]),
			text(
				[
					`${stands(approval)} `,
					approves && `Approves each use: ${approves.team}. `,
					joined(
						approval.notices.map(({ fact }) => strong(`${fact} `)),
						'',
					),
					link(`Why ${tier.label.toLowerCase()}`, '#tier'),
				],
				'label',
			),
		],
	};
}

/** Who must still approve it, or when it was approved and by whom. */
const stands = ({ state, missing, stamp }: ApprovalView): string =>
	state === 'proposed' && missing.length > 0
		? `${capital(listOf(missing.map(inside)))} must still approve it.`
		: `${stamp}.`;

/** What changes what the reader may do, in full. */
export const noticesOf = ({ facts: { head } }: PatternSource): Block[] =>
	head.approval.notices.map(({ tone, fact, text: words, link: more }) => ({
		kind: 'note',
		tone,
		fact,
		words: [words, more && [' ', link(more.title, more.path)]],
	}));

function useWhen({ pattern: { data } }: PatternSource): Section {
	const { use } = shortOf(data);
	return {
		id: 'use-when',
		title: 'Use it when',
		blocks: reasons(use, data.useWhen.length),
	};
}

function doNotUseWhen({ pattern, catalogue }: PatternSource): Section {
	const { avoid } = shortOf(pattern.data);
	return {
		id: 'do-not-use-when',
		title: 'Do not use it when',
		blocks: reasons(insteadOf(avoid, catalogue).map(signWords), pattern.data.doNotUseWhen.length),
	};
}

const signWords = ({ text: sign, instead }: Sign): Words => [
	sign,
	instead && { kind: 'sub', words: ['Take ', link(inside(instead.title), instead.path), '.'] },
];

const reasons = (items: readonly Words[], all: number): Block[] => [
	list(items, 'plain'),
	...(all > items.length ? [text(link(`All ${all} reasons`, '#fit'), 'all')] : []),
];

/** What a team can take today. */
function takeIt({ pattern: { id }, panel, facts: { prompts } }: PatternSource): Section {
	const cases = prompts.flatMap(({ cases: counts }) => counts);
	const total = cases.reduce((sum, { count }) => sum + count, 0);
	const [first] = prompts;
	return {
		id: 'start',
		title: 'Take it',
		blocks: [
			text({
				kind: 'link',
				words: panel.line ? 'Get the starter' : 'Get the prompts',
				to: panel.line ? '#starter' : '#prompts',
				look: 'primary',
			}),
			list(
				[
					[
						link(
							prompts.length === 1 ? 'The prompt' : 'The prompts',
							prompts.length === 1 && first ? first.path : '#prompts',
						),
						' ',
						label(`${countOf(prompts.length, 'prompt')}, ${countOf(total, 'test case')}`),
					],
					...(panel.files > 0
						? [
								[
									link('Agent skill', `/patterns/${id}/copy/#clients`),
									' ',
									label('for coding agents'),
								],
							]
						: []),
					[link('Compare', `/compare/?a=${id}`), ' ', label('with another pattern')],
				],
				'take',
			),
		],
	};
}

/** Time, people, data and first step. */
function effort({ pattern: { data } }: PatternSource): Section {
	const { effort: needs } = data;
	return {
		id: 'effort',
		title: 'To start, you need',
		blocks: needs
			? [
					pairs(
						[
							['Time', weekWords(needs.weeks)],
							['People', needs.people],
							['Data', needs.data],
							['First step', needs.start],
						],
						'effort',
					),
				]
			: [
					text(
						quiet(
							'Not estimated yet. If you build on this pattern, add the weeks, people, data and first step that you needed to its field "effort".',
						),
						'small',
					),
				],
	};
}

/**
 * @example
 * weekWords({ from: 6, to: 10 }) // => '6 to 10 weeks to a first pilot'
 */
const weekWords = ({ from, to }: { from: number; to: number }): string =>
	`${from === to ? countOf(to, 'week') : `${from} to ${countOf(to, 'week')}`} to a first pilot`;

/** For which data it is made; a page puts the form of the copy page in the place of the link. */
function fitsData({ pattern: { id, data }, panel }: PatternSource): Section {
	const own = dataClass.label(data.exposure.data).toLowerCase();
	return {
		id: 'data',
		title: 'Does it fit my data?',
		blocks: [
			text(
				`It is made for ${own} data. Other data can change the tier, the controls and the connectors you can use.`,
			),
			text(
				panel.line
					? link('Check your own data', `/patterns/${id}/copy/#fill`)
					: ['Compare your data with what ', link('each connector accepts', '#connectors'), '.'],
			),
		],
	};
}
