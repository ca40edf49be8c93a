/** The page of a use case: is this use what was approved, and is it worth it? Nine sections. */
import { dataClass, stage as stages, tier as tiers } from '#schemas/vocabularies.ts';
import { contentDigest } from '../../judge/approval/content-digest.ts';
import { type Standing, standingOf } from '../../judge/approval/standing.ts';
import { stateOf, states } from '../../judge/approval/state.ts';
import { hasPack, packOf } from '../../judge/evidence/pack.ts';
import { reviewDueOf } from '../../judge/portfolio/flags.ts';
import { type Use, useOf } from '../../judge/portfolio/uses.ts';
import { incidentsOf, isOpen } from '../../judge/use/incidents.ts';
import { isLive } from '../../judge/waivers.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { labelAt } from '../../model/labels.ts';
import { teamOf } from '../../model/team.ts';
import { daysBetween } from '../../words/calendar.ts';
import { countOf } from '../../words/count.ts';
import { longDay } from '../../words/day.ts';
import {
	type Block,
	digest,
	link,
	mark,
	type Pair,
	pairs,
	tierMark,
	type Words,
} from '../blocks.ts';
import { linkById } from '../citing.ts';
import { changesSection } from '../common-sections.ts';
import { headOf } from '../entry-page.ts';
import { isComplete } from '../evidence/items.ts';
import { packPath } from '../evidence/paths.ts';
import { exampleOf } from '../example.ts';
import { words } from '../fact.ts';
import type { ListColumn } from '../list.ts';
import { statusColumn as status } from '../list-columns.ts';
import type { Page, Section, TitleBlock } from '../page.ts';
import { useFlags } from '../portfolio/flags.ts';
import { liveWords, measureTitle, personalWords, restWords } from '../portfolio/four.ts';
import { stageFact } from '../used-by.ts';
import { measureMark } from '../verdicts.ts';
import { builtOnSection, driftWords, type Running, runningMark, runningOf } from './built-on.ts';
import { controlsSection } from './controls.ts';
import { dataSection, modelSection } from './data.ts';
import { gatesSection, nextGateWords } from './gates.ts';
import { measuresAnswer, measuresSection } from './measures.ts';
import { approvalAnswer, approvalSection, incidentsSection, waiversSection } from './record.ts';

type UseCase = Entry<'use-cases'>;

/** Everything the page of a use case says. */
export function useCasePage(entry: UseCase, { catalogue }: ExportContext): Page {
	const use = useOf(entry, catalogue);
	const { data } = entry;
	return {
		...headOf(entry),
		block: blockOf(use, catalogue),
		notices: noticesOf(use, catalogue),
		opening: [
			{ id: 'glance', title: 'At a glance', blocks: [pairs(glanceOf(use, catalogue), 'ledger')] },
			...flagsSection(use, catalogue),
		],
		sections: [
			builtOnSection(entry, catalogue),
			dataSection(entry),
			modelSection(entry, catalogue),
			controlsSection(entry, catalogue),
			gatesSection(entry, catalogue),
			measuresSection(entry, catalogue),
			waiversSection(entry, catalogue),
			incidentsSection(entry, catalogue),
			approvalSection(entry, catalogue),
		],
		side: [changesSection(data.changes)],
		asOf: { words: longDay(catalogue.today), files: [] },
		...exampleOf([entry], catalogue),
	};
}

function blockOf({ entry, tier, live }: Use, catalogue: Catalogue): TitleBlock {
	const { data } = entry;
	const standing = standingOf(entry, catalogue);
	const state = stateOf(entry, catalogue) ?? 'draft';
	const conditions = standing.conditions.length;
	const at = stages.rank(data.stage) + 1;
	const newest = standing.approvals
		.map(({ date }) => date)
		.sort()
		.at(-1);
	const running = runningOf(entry, catalogue);
	// A green stamp over something else that runs would say two things.
	const differs = state === 'approved' && running.verdict === 'drift';
	const given =
		newest &&
		`${longDay(newest)}, by ${standing.approvals.length} of ${countOf(standing.seats.length, 'seat')}. `;
	return {
		stamp: {
			...(differs
				? ({ says: 'Status', label: 'Not running as approved', tone: 'bad', sign: 'gap' } as const)
				: { state }),
			words: [
				differs && 'Approved on ',
				given && state === 'approved' ? given : `${states[state].duty} `,
				conditions > 0 && link(countOf(conditions, 'condition'), '#conditions'),
			],
		},
		cells: [
			{
				label: 'Risk tier',
				words: tierMark(tier),
				sub: 'From the data and from what it can do',
				span: 2,
			},
			{
				label: labelAt('use-cases', 'data'),
				words: dataClass.label(data.data),
				sub: personalWords(data.personalData),
			},
			{
				label: labelAt('use-cases', 'businessOwner'),
				words: data.businessOwner,
				sub: `Run by ${teamOf(data.owner, catalogue).name}`,
				wide: true,
			},
			{
				label: 'Digest of this use case (SHA-256)',
				words: digest(contentDigest(entry, catalogue)),
				sub: [`Version ${data.version}. `, boundWords(standing, running)],
				span: 4,
				wide: true,
				mono: true,
			},
			{
				label: 'State',
				words: liveWords(entry),
				...(live && data.liveSince
					? { sub: countOf(daysBetween(data.liveSince, catalogue.today), 'day') }
					: {}),
				span: 2,
			},
			{
				label: labelAt('use-cases', 'stage'),
				words: { kind: 'stage', stage: data.stage },
				sub: `${at} of ${stages.values.length}`,
			},
			{
				label: 'Review by',
				words: longDay(reviewDueOf(entry, catalogue)),
				sub: `${tiers.label(tier)} tier: every ${catalogue.policy.reviewMonths[tier]} months`,
				wide: true,
			},
		],
	};
}

/** Whether this page, and what runs, is what was approved: the worse of the two. */
function boundWords({ approvals, seats, missing }: Standing, running: Running): Words {
	if (approvals.length === 0) return 'Not approved yet';
	// Until the last seat has signed, nothing is what was approved.
	if (missing.length > 0)
		return `${seats.length - missing.length} of ${countOf(seats.length, 'seat')} approved this page so far`;
	return {
		match: mark('This page is what was approved, and it runs as approved', 'ok', 'tick'),
		'differs-allowed': mark('This page is what was approved', 'ok', 'tick'),
		drift: mark(`What runs differs in ${countOf(running.drifted.length, 'part')}`, 'bad', 'gap'),
		unchecked: [
			'This page is what was approved. ',
			mark('What runs has not been checked', 'mute', 'open'),
		],
	}[running.verdict];
}

/** What changes what the reader may do, before everything else. */
function noticesOf({ flags, entry }: Use, catalogue: Catalogue): Block[] {
	const running = runningOf(entry, catalogue);
	const { drifted } = running;
	const unapproved = flags.some(({ kind }) => kind === 'not-approved');
	return [
		...(unapproved
			? [
					{
						kind: 'note' as const,
						tone: 'bad' as const,
						fact: 'This use is live, and what it runs on is not approved.',
						words: ['Pause it, or have it approved. ', link('See the approval', '#approval')],
					},
				]
			: []),
		...(drifted.length > 0
			? [
					{
						kind: 'note' as const,
						tone: 'bad' as const,
						fact: `${countOf(drifted.length, 'part differs', 'parts differ')} from what was approved.`,
						words: [
							`${driftWords(running)} Put it back, or have the change approved. `,
							link('See the difference', '#built-on'),
						],
					},
				]
			: []),
		...(entry.data.state === 'paused' || entry.data.state === 'retired'
			? [
					{
						kind: 'note' as const,
						tone: 'info' as const,
						fact: entry.data.state === 'paused' ? 'This use is paused.' : 'This use has ended.',
						words:
							entry.data.state === 'paused'
								? 'Nobody relies on it today. It can go live again.'
								: 'It was switched off for good. Its records are kept.',
					},
				]
			: []),
	];
}

const flagsSection = ({ flags }: Use, catalogue: Catalogue): Section[] =>
	flags.length === 0
		? []
		: [
				{
					id: 'flags',
					title: 'What is wrong',
					answer: `${countOf(flags.length, 'red flag')}. Each one has someone responsible for closing it.`,
					blocks: [useFlags(flags, catalogue)],
				},
			];

/** One line for each section, with the bad news at its end. */
function glanceOf(use: Use, catalogue: Catalogue): Pair[] {
	const { entry, controls, verdict, flags } = use;
	const { data } = entry;
	const pattern = linkById('patterns', data.pattern, catalogue);
	const live = data.waivers.filter((waiver) => isLive(waiver, catalogue.today));
	const incidents = incidentsOf(entry, catalogue);
	const open = incidents.filter((one) => isOpen(one.data, catalogue.today)).length;
	const standing = standingOf(entry, catalogue);
	const to = (name: string, id: string): Words => link(name, `#${id}`);
	const lapsed = controls.lapsed + controls.planned + controls.built;
	const [ends] = live.map(({ expires }) => expires).sort();
	return [
		[
			to('Built on', 'built-on'),
			`${pattern.title} ${data.builtOn.version}`,
			runningMark(runningOf(entry, catalogue)),
		],
		[
			to('Data', 'data'),
			`${dataClass.label(data.data)}. ${personalWords(data.personalData)}, ${countOf(data.sources.length, 'source')}`,
		],
		[
			to('Model', 'model'),
			`${linkById('models', data.model.model, catalogue).title}, ${data.model.pin}`,
		],
		[
			to('Controls', 'controls'),
			`${controls.proven} of ${controls.required} proven. ${restWords(controls)}`,
			lapsed > 0
				? mark(`${lapsed} not proven`, 'warn', 'clock')
				: mark('All proven or waived', 'ok', 'tick'),
		],
		...packRow(entry, catalogue),
		[to('Gates', 'gates'), nextGateWords(entry, catalogue)],
		[
			to('Measures', 'measures'),
			`${measureTitle(use, catalogue)}. ${measuresAnswer(entry, catalogue)}`,
			measureMark(verdict),
		],
		[
			to('Waivers', 'waivers'),
			live.length === 0 ? 'None in force' : `${countOf(live.length, 'waiver')} in force`,
			ends &&
				mark(
					`${countOf(daysBetween(catalogue.today, ends), 'day')} left`,
					flags.some(({ kind }) => kind === 'waiver-ends') ? 'warn' : 'mute',
					'clock',
				),
		],
		[
			to('Incidents', 'incidents'),
			incidents.length === 0 ? 'None recorded' : countOf(incidents.length, 'incident'),
			open > 0 ? mark(`${open} open`, 'bad', 'gap') : mark('None open', 'ok', 'tick'),
		],
		[
			to('Approval', 'approval'),
			approvalAnswer(entry, standing, catalogue),
			standing.missing.length === 0 && standing.approvals.length > 0
				? mark(`${standing.approvals.length} of ${standing.seats.length}`, 'ok', 'tick')
				: mark(
						`${standing.seats.length - standing.missing.length} of ${standing.seats.length}`,
						'warn',
						'open',
					),
		],
	];
}

/** What an auditor would get of it; drafts have no pack yet. */
function packRow(entry: UseCase, catalogue: Catalogue): Pair[] {
	const pack = hasPack(entry, catalogue) ? packOf(entry, catalogue) : undefined;
	if (!pack) return [];
	return [
		[
			link('Evidence pack', packPath(entry)),
			`${pack.held} of ${countOf(pack.items.length, 'item')} held`,
			isComplete(pack) ? mark('Complete', 'ok', 'tick') : mark('Not complete', 'warn', 'gap'),
		],
	];
}

/** What its list compares. */
export const useCaseColumns: readonly ListColumn<'use-cases'>[] = [
	status,
	{
		label: labelAt('use-cases', 'pattern'),
		fact: ({ data }, catalogue) => {
			const { title, path } = linkById('patterns', data.pattern, catalogue);
			return { text: title, path };
		},
	},
	{ label: 'Tier', fact: ({ data }) => ({ text: '', tier: data.tier }) },
	{
		label: labelAt('use-cases', 'data'),
		fact: ({ data }) => words(dataClass.label(data.data)),
		rank: ({ data }) => dataClass.rank(data.data),
	},
	{ label: labelAt('use-cases', 'stage'), fact: ({ data }) => stageFact(data) },
	{ label: 'Owner', fact: ({ data }, catalogue) => words(teamOf(data.owner, catalogue).name) },
];
