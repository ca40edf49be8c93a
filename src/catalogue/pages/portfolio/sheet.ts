/** The portfolio: every use of AI in one table, and what somebody must act on. For leaders. */
import { outcome as categories, type Outcome } from '#schemas/vocabularies.ts';
import type { Flag } from '../../judge/portfolio/flags.ts';
import { outcomesOf } from '../../judge/portfolio/outcomes.ts';
import { sharedFlags } from '../../judge/portfolio/suppliers.ts';
import { type Use, usesOf } from '../../judge/portfolio/uses.ts';
import { isDeclared } from '../../judge/use/live.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { formatNumber } from '../../words/number.ts';
import { type Block, code, link, list, text } from '../blocks.ts';
import { referencePath } from '../field-reference.ts';
import { jsonFile } from '../head-words.ts';
import { firstStep } from '../new-command.ts';
import type { Section, Sheet } from '../page.ts';
import { sheetFrame } from '../sheet-frame.ts';
import { computedFigures, figureParts, spendTable, spendTitle } from './figures.ts';
import { allFlags } from './flags.ts';
import { cellsKey, fourQuestions, type Totals, totalsOf } from './four.ts';
import { outcomesAnswer, outcomesTable } from './outcomes.ts';
import { groupPath, MOST_USES, PORTFOLIO, PORTFOLIO_CSV, PORTFOLIO_JSON } from './paths.ts';
import { ladder, rungsOf } from './stages.ts';

/** Everything that the portfolio says. */
export function portfolioSheet(catalogue: Catalogue): Sheet {
	const uses = usesOf(catalogue);
	const shared = sharedFlags(uses, catalogue);
	const totals = totalsOf(uses, shared);
	return {
		...frame(catalogue, uses),
		path: PORTFOLIO,
		title: 'Portfolio',
		summary: uses.length === 0 ? NOTHING : summaryOf(uses, totals),
		sections:
			uses.length === 0 ? emptySections(catalogue) : sectionsOf(uses, totals, shared, catalogue),
		side: [],
	};
}

const NOTHING =
	'This page will show which uses of AI are live, on which data, under which controls and measured how.';

const emptySections = (catalogue: Catalogue): readonly Section[] => [
	{
		id: 'four',
		title: 'No uses yet',
		blocks: [
			text(
				'A use case says that a team uses a pattern: with which data, model and controls, and how it is measured. As soon as the first one is in the catalogue, it is listed here.',
			),
			list(
				[
					firstStep(catalogue),
					[
						'In a clone of the catalogue, turn the manifest of your copy into a draft: ',
						code('npm run catalogue -- register catalogue.json'),
					],
					[
						'Fill in the draft. ',
						link('The field reference', referencePath('use-cases')),
						' explains each field.',
					],
					'Propose it. Drafts are not listed here.',
				],
				'steps',
			),
		],
	},
];

/** What the page of all uses and the pages of its groups have in common. */
export const frame = (catalogue: Catalogue, uses: readonly Use[]) =>
	sheetFrame(
		uses.map(({ entry }) => entry),
		catalogue,
		[{ label: 'CSV', path: PORTFOLIO_CSV }, jsonFile(PORTFOLIO_JSON)],
	);

/** The answer first, bad news included. */
function summaryOf(uses: readonly Use[], totals: Totals): string {
	const { live, pilots, paused, inLive } = totals;
	const lacking = uses.filter(
		({ live, controls }) => live && controls.proven + controls.waived < controls.required,
	).length;
	const hit = uses.filter(({ flags }) => flags.some(({ kind }) => kind === 'incident-open')).length;
	const is = (count: number, what: string) =>
		`${formatNumber(count)} ${count === 1 ? 'is' : 'are'} ${what}`;
	const states = [
		`${countOf(live, 'use')} of AI ${live === 1 ? 'is' : 'are'} live`,
		...(pilots > 0 ? [pilots === 1 ? '1 is a pilot' : `${pilots} are pilots`] : []),
		...(paused > 0 ? [is(paused, 'paused')] : []),
	];
	const last = states.pop() ?? '';
	return [
		states.length > 0 ? `${states.join(', ')} and ${last}.` : `${last}.`,
		live > 0 &&
			`${formatNumber(inLive.onTarget)} of ${countOf(live, 'live use')} ${live === 1 ? 'is' : 'are'} on target.`,
		lacking > 0 && `${countOf(lacking, 'live use lacks', 'live uses lack')} a proven control.`,
		hit > 0 && `${countOf(hit, 'use has', 'uses have')} an open incident.`,
	]
		.filter(Boolean)
		.join(' ');
}

function sectionsOf(
	uses: readonly Use[],
	totals: Totals,
	shared: readonly Flag[],
	catalogue: Catalogue,
): Section[] {
	const outcomes = outcomesOf(catalogue);
	const flags = [...uses.flatMap((use) => use.flags), ...shared];
	const late = uses.filter(({ flags: own }) => own.length > 0).length;
	const past = uses.filter(
		({ entry: { data } }) => data.stage !== 'pilot' && data.stage !== 'early-production',
	).length;
	return [
		{
			id: 'four',
			title: 'The four questions',
			blocks: [
				// On a phone the table is a row of cards, and its end is many screens away.
				cellsKey(),
				fourQuestions(uses.slice(0, MOST_USES), totals, catalogue),
				...groupLinks(uses, catalogue),
				...notCounted(catalogue),
			],
		},
		{
			id: 'outcomes',
			title: 'Outcomes by category',
			answer: outcomes.length === 0 ? undefined : outcomesAnswer(outcomes),
			blocks: outcomesTable(outcomes, catalogue),
		},
		{
			id: 'stages',
			title: 'Stages of the uses',
			answer: `${countOf(past, 'use has', 'uses have')} reached scaled rollout or more. Each stage says what its next gate still asks for.`,
			blocks: [ladder(rungsOf(uses, catalogue))],
		},
		{
			id: 'flags',
			title: 'Red flags',
			answer: `${countOf(flags.length, 'red flag')} in ${countOf(late, 'use')}${shared.length > 0 ? ' and across the portfolio' : ''}. Each flag has someone responsible for closing it.`,
			blocks: allFlags(flags, catalogue),
		},
		{
			id: 'computed',
			title: 'Worked out by the catalogue',
			blocks: [...computedFigures(uses, catalogue), ...figureParts(uses, catalogue)],
		},
		{ id: 'spend', title: spendTitle(uses, catalogue), blocks: spendTable(uses, catalogue) },
	];
}

/** Where the uses are that the table has no room for: by outcome, in the order of the categories. */
function groupLinks(uses: readonly Use[], catalogue: Catalogue): Block[] {
	if (uses.length <= MOST_USES) return [];
	const items = categories.values.flatMap((category: Outcome) =>
		[...catalogue.outcomes.values()]
			.filter(({ data }) => data.category === category)
			.map((entry) => ({
				entry,
				count: uses.filter((use) => use.entry.data.outcome === entry.id).length,
			}))
			.filter(({ count }) => count > 0)
			.map(({ entry, count }) => [
				link(entry.data.title, groupPath(entry.id)),
				`: ${countOf(count, 'use')}`,
			]),
	);
	return [
		{
			kind: 'group',
			id: 'groups',
			title: `The table shows the ${MOST_USES} uses with most red flags. All ${formatNumber(uses.length)} are listed by outcome`,
			blocks: [list(items, 'names')],
		},
	];
}

/** Use cases that are not uses: drafts declare nothing yet, and what is retired has ended. */
function notCounted(catalogue: Catalogue): Block[] {
	const others = [...catalogue['use-cases'].values()].filter((entry) => !isDeclared(entry));
	if (others.length === 0) return [];
	const retired = others.filter(({ data }) => data.state === 'retired').length;
	const drafts = others.length - retired;
	const parts = [
		...(drafts > 0 ? [countOf(drafts, 'draft')] : []),
		...(retired > 0 ? [countOf(retired, 'retired use')] : []),
	];
	return [
		text([`Not counted: ${parts.join(' and ')}. `, link('All use cases', '/use-cases/')], 'label'),
	];
}

/** Uses of one outcome, where all of them do not fit one table; a page holds as many as one table. */
export interface GroupPage {
	outcome: string;
	/** From 1. */
	page: number;
	pages: number;
}

/** The pages of the groups; none while all uses fit the page of the portfolio. */
export function groupPages(catalogue: Catalogue): GroupPage[] {
	const uses = usesOf(catalogue);
	if (uses.length <= MOST_USES) return [];
	return [...catalogue.outcomes.keys()].flatMap((outcome) => {
		const count = uses.filter(({ entry }) => entry.data.outcome === outcome).length;
		const pages = Math.ceil(count / MOST_USES);
		return Array.from({ length: pages }, (_, at) => ({ outcome, page: at + 1, pages }));
	});
}

/** The page of a group: its uses, and what the figures of these are made of. */
export function groupSheet({ outcome, page, pages }: GroupPage, catalogue: Catalogue): Sheet {
	const all = usesOf(catalogue).filter(({ entry }) => entry.data.outcome === outcome);
	const uses = all.slice((page - 1) * MOST_USES, page * MOST_USES);
	const title = catalogue.outcomes.get(outcome)?.data.title ?? outcome;
	const others = Array.from({ length: pages }, (_, at) =>
		at + 1 === page ? `Page ${at + 1}` : link(`Page ${at + 1}`, groupPath(outcome, at + 1)),
	);
	return {
		...frame(catalogue, uses),
		path: groupPath(outcome, page),
		title: `Portfolio: ${title}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
		summary: `${countOf(all.length, 'use')} of AI for this outcome${pages > 1 ? `, ${MOST_USES} on a page` : ''}.`,
		sections: [
			{
				id: 'four',
				title: 'The four questions',
				blocks: [
					cellsKey(),
					fourQuestions(uses, totalsOf(uses), catalogue),
					...(pages > 1 ? [list(others, 'names')] : []),
				],
			},
			{
				id: 'computed',
				title: 'What the figures are made of',
				blocks: figureParts(uses, catalogue),
			},
		],
		side: [],
	};
}
