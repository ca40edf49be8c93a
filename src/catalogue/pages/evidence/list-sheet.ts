/** The list of evidence packs: what is held and what is missing in each, worst first. */
import { gapsOf, type Pack, packOf, packSubjects } from '../../judge/evidence/pack.ts';
import type { Subject } from '../../judge/records/kept.ts';
import { apiPath } from '../../model/api-path.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { keeper } from '../../model/keep.ts';
import { countOf } from '../../words/count.ts';
import { formatNumber } from '../../words/number.ts';
import { capital, inside, listOf } from '../../words/phrase.ts';
import {
	type Block,
	code,
	joined,
	link,
	list,
	mark,
	table,
	text,
	tierMark,
	type Words,
} from '../blocks.ts';
import { jsonFile } from '../head-words.ts';
import { firstStep } from '../new-command.ts';
import type { Section, Sheet } from '../page.ts';
import { sheetFrame } from '../sheet-frame.ts';
import { isComplete } from './items.ts';
import { EVIDENCE_JSON, listPath, MOST_PACKS, packName, packPath, packZip } from './paths.ts';

type Of = Subject['collection'];

/** A page of the list. */
export interface PacksPage {
	of: Of;
	/** From 1. */
	page: number;
}

const keepPacks = keeper<readonly Pack[]>('evidence packs');

/** Every pack of a collection that the site offers, the one with most gaps first. */
export function packsOf(of: Of, catalogue: Catalogue): readonly Pack[] {
	return keepPacks(catalogue, of, () =>
		packSubjects(catalogue)
			.filter(({ collection }) => collection === of)
			.flatMap((subject) => packOf(subject, catalogue) ?? [])
			.sort(worstFirst),
	);
}

const worstFirst = (a: Pack, b: Pack): number =>
	gapsOf(b).length - gapsOf(a).length ||
	compare(a.subject.data.title, b.subject.data.title) ||
	compare(a.subject.id, b.subject.id);

const pagesOf = (of: Of, catalogue: Catalogue): number =>
	Math.max(1, Math.ceil(packsOf(of, catalogue).length / MOST_PACKS));

/** Every page of the list: use cases first, then patterns. */
export const packsPages = (catalogue: Catalogue): PacksPage[] =>
	(['use-cases', 'patterns'] as const).flatMap((of) =>
		Array.from({ length: pagesOf(of, catalogue) }, (_, at) => ({ of, page: at + 1 })),
	);

const noun = { 'use-cases': 'use case', patterns: 'pattern' } as const;

/** Everything that a page of the list says. */
export function packsSheet({ of, page }: PacksPage, catalogue: Catalogue): Sheet {
	const all = packsOf(of, catalogue);
	const shown = all.slice((page - 1) * MOST_PACKS, page * MOST_PACKS);
	const pages = pagesOf(of, catalogue);
	const title = of === 'use-cases' ? 'Evidence packs' : 'Evidence packs of patterns';
	return {
		path: listPath(of, page),
		title: page === 1 ? title : `${title}, page ${page} of ${pages}`,
		summary: summaryOf(of, all),
		sections:
			all.length === 0
				? [emptySection(of, catalogue)]
				: [allSection(of, all, shown), ...more(of, pages, page)],
		...sheetFrame(
			shown.map(({ subject }) => subject),
			catalogue,
			[jsonFile(EVIDENCE_JSON)],
		),
	};
}

function summaryOf(of: Of, all: readonly Pack[]): string {
	if (all.length === 0)
		return `An evidence pack of a ${noun[of]} shows an auditor what you hold, what is missing, and how to check it independently.`;
	const complete = all.filter(isComplete).length;
	return `${formatNumber(complete)} of ${countOf(all.length, noun[of])} ${complete === 1 ? 'has' : 'have'} a complete pack. Each pack lists what is held and what is missing, and tells you how to check it independently.`;
}

function allSection(of: Of, all: readonly Pack[], shown: readonly Pack[]): Section {
	const held = all.reduce((sum, pack) => sum + pack.held, 0);
	const items = all.reduce((sum, pack) => sum + pack.items.length, 0);
	return {
		id: 'all',
		title: of === 'use-cases' ? 'Packs of use cases' : 'Packs of patterns',
		answer: `${formatNumber(held)} of ${formatNumber(items)} required items are held. You can always make a pack, unless a signature does not verify.`,
		blocks: [
			table(
				`Evidence packs of ${noun[of]}s, most gaps first`,
				[
					capital(noun[of]),
					'Tier',
					{ label: 'Items held', num: true },
					{ label: 'Result', state: true },
					'What is missing',
					{ label: 'Read or download', short: 'Files', whole: true, look: 'screen' },
				],
				shown.map(rowOf),
			),
		],
	};
}

/** Names in one cell; the rest is a number. */
const MOST_NAMES = 5;

function rowOf(pack: Pack): Words[] {
	const { subject, tier, held, items, broken } = pack;
	const gaps = gapsOf(pack).map(({ item }) => inside(item.item));
	const rest = gaps.length - MOST_NAMES;
	return [
		link(subject.data.title, packPath(subject)),
		tierMark(tier),
		`${held} of ${items.length}`,
		broken.length > 0
			? mark('Refused', 'bad', 'cross')
			: isComplete(pack)
				? mark('Complete', 'ok', 'tick')
				: mark('Not complete', 'warn', 'gap'),
		gaps.length === 0
			? 'Nothing'
			: capital(listOf(rest > 0 ? [...gaps.slice(0, MOST_NAMES), `${rest} more`] : gaps)),
		joined(
			[
				link('HTML', packPath(subject)),
				link('JSON', apiPath(packName(subject))),
				...(broken.length === 0 ? [zipOf(subject)] : []),
			],
			' · ',
		),
	];
}

const zipOf = (subject: Subject): Words => ({
	kind: 'link',
	words: 'zip',
	to: `/${packZip(subject)}`,
	download: true,
});

function more(of: Of, pages: number, page: number): Section[] {
	const other = of === 'use-cases' ? 'patterns' : 'use-cases';
	const items: Words[] = Array.from({ length: pages }, (_, at) =>
		at + 1 === page ? `Page ${at + 1}` : link(`Page ${at + 1}`, listPath(of, at + 1)),
	);
	const blocks: Block[] = [
		...(pages > 1 ? [list(items, 'names')] : []),
		text(link(`Evidence packs of ${noun[other]}s`, listPath(other))),
	];
	return [{ id: 'other-packs', title: 'More packs', blocks }];
}

const emptySection = (of: Of, catalogue: Catalogue): Section => ({
	id: 'all',
	title: 'No packs yet',
	blocks:
		of === 'use-cases'
			? [
					text(
						'A pack is made for every use case that is proposed, and there are none yet. It collects the approvals, runs, drills and training on record.',
					),
					list(
						[
							firstStep(catalogue),
							[
								'Turn the manifest of your copy into a draft use case: ',
								code('npm run catalogue -- register catalogue.json'),
							],
							['Add records as you go: ', code('npm run record')],
							'Propose it. Its pack is then listed here.',
						],
						'steps',
					),
					text(link('Evidence packs of patterns', listPath('patterns'))),
				]
			: [
					text(
						'A pattern is listed here as soon as a seat has approved it or a record is about it. For any other: npm run catalogue -- evidence PATTERN',
					),
				],
});
