/** Coverage: which risks, controls, data and problems the live uses cover, and what is missing. */
import { type CoverageGap, gapsOf } from '../../judge/coverage/gaps.ts';
import { type CoverageMap, liveByPattern, partOf } from '../../judge/coverage/map.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { formatNumber } from '../../words/number.ts';
import { capital } from '../../words/phrase.ts';
import { type Block, code, joined, link, list, pairs, table, text, type Words } from '../blocks.ts';
import { jsonFile } from '../head-words.ts';
import { firstStep } from '../new-command.ts';
import type { Section, Sheet } from '../page.ts';
import { sheetFrame } from '../sheet-frame.ts';
import { gapsTable } from './gaps.ts';
import { axisPath, emptyRows, heatOf, namesTable, sumOf, totalWords } from './heat.ts';
import { mapsOf, type NamedMap } from './maps.ts';
import { COVERAGE, COVERAGE_JSON, MOST_COLUMNS, mapCsvPath, mapPath } from './paths.ts';

/** The first page: the gaps, the map of the risks, and the way to every other map. */
export function coverageSheet(catalogue: Catalogue): Sheet {
	const gaps = gapsOf(catalogue);
	const maps = mapsOf(catalogue);
	const [risks] = maps;
	const live = [...liveByPattern(catalogue).values()].flat();
	return {
		...frame(catalogue),
		path: COVERAGE,
		title: 'Coverage',
		summary: live.length === 0 ? NO_USES : summaryOf(live.length, gaps),
		sections: [
			...(live.length === 0
				? [startSection(catalogue)]
				: [
						{
							id: 'gaps',
							title: 'Gaps to close',
							answer: gaps.length > 0 ? 'The worst come first.' : undefined,
							blocks: [
								...(risks ? [factsOf(gaps, risks.make())] : []),
								...gapsTable(gaps, catalogue),
							],
						},
					]),
			...(risks ? [mapSection(risks, 1)] : []),
			{
				id: 'maps',
				title: 'All maps',
				answer:
					'Each map counts live uses only. Rows that no live use relies on are shown but not counted.',
				blocks: [mapsTable(maps)],
			},
		],
		side: [],
	};
}

const NO_USES =
	'This page will show which risks, controls, data and problems are covered. No use is live yet, so nothing is covered.';

const startSection = (catalogue: Catalogue): Section => ({
	id: 'gaps',
	title: 'Nothing to count yet',
	blocks: [
		list(
			[
				firstStep(catalogue),
				['Register the use, and set it to live. ', link('Portfolio', '/portfolio/'), ' says how.'],
				['Record evidence of its controls: ', code('npm run record -- evidence use-cases/ID')],
			],
			'steps',
		),
	],
});

function summaryOf(live: number, gaps: readonly CoverageGap[]): string {
	const count = (kind: CoverageGap['kind']) => gaps.filter((gap) => gap.kind === kind).length;
	const parts = [
		[count('data'), 'data flow is', 'data flows are', 'above the limit'],
		[count('risk-open'), 'risk has', 'risks have', 'nothing proven against it'],
		[count('control'), 'required control is', 'required controls are', 'not proven everywhere'],
		[count('risk-part'), 'risk is', 'risks are', 'partly covered'],
		[count('problem'), 'problem has', 'problems have', 'no approved pattern'],
	] as const;
	const said = parts
		.filter(([number]) => number > 0)
		.map(([number, one, many, what]) => `${countOf(number, one, many)} ${what}`);
	const uses = `${countOf(live, 'live use')} ${live === 1 ? 'counts' : 'count'}.`;
	return said.length === 0 ? `${uses} There are no gaps.` : `${uses} ${said.join('. ')}.`;
}

/** The counts behind the gaps, at a glance. What no live use relies on is not counted. */
function factsOf(gaps: readonly CoverageGap[], { cells }: CoverageMap): Block {
	const count = (kind: CoverageGap['kind']) => gaps.filter((gap) => gap.kind === kind).length;
	const counted = new Set(cells.flatMap(({ row, state }) => (state === 'designed' ? [] : row)));
	const [open, part] = [count('risk-open'), count('risk-part')];
	return pairs(
		[
			['Risks covered', `${counted.size - open - part} of ${counted.size}`],
			['Risks partly covered', formatNumber(part)],
			['Risks with nothing proven', formatNumber(open)],
			['Required controls not proven', formatNumber(count('control'))],
			['Data above its limit', formatNumber(count('data'))],
			['Problems without a pattern', formatNumber(count('problem'))],
		],
		'strip',
	);
}

function mapsTable(maps: readonly NamedMap[]): Block {
	return table(
		'Coverage maps',
		[
			'Map',
			{ label: 'Rows', num: true },
			{ label: 'With something', num: true },
			{ label: 'Covered', num: true },
			{ label: 'Files', look: 'screen' },
		],
		maps.map((named): Words[] => {
			const map = named.make();
			const rows = map.rows.length;
			return [
				link(named.title, mapPath(named.name)),
				formatNumber(rows),
				formatNumber(rows - emptyRows(map).length),
				totalWords(map.cells),
				link('CSV', mapCsvPath(named.name)),
			];
		}),
		{ tight: true },
	);
}

/** A page of a map: as many columns as fit. */
export interface MapPage {
	name: string;
	/** From 1. */
	page: number;
}

const pagesOf = (map: CoverageMap): number =>
	Math.max(1, Math.ceil(map.columns.length / MOST_COLUMNS));

export const mapPages = (catalogue: Catalogue): MapPage[] =>
	mapsOf(catalogue).flatMap(({ name, make }) =>
		Array.from({ length: pagesOf(make()) }, (_, at) => ({ name, page: at + 1 })),
	);

export function mapSheet({ name, page }: MapPage, catalogue: Catalogue): Sheet {
	const named = mapsOf(catalogue).find((one) => one.name === name);
	if (!named) throw new Error(`There is no coverage map "${name}".`);
	const map = named.make();
	const pages = pagesOf(map);
	return {
		...frame(catalogue, name),
		path: mapPath(name, page),
		title: `Coverage: ${named.title}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
		summary: `${summaryOfMap(map, named)}${pages > 1 ? ` Page ${page} of ${pages}.` : ''}`,
		sections: [mapSection(named, page), ...emptySection(map, named)],
		side: [],
	};
}

function summaryOfMap({ rows, cells }: CoverageMap, named: NamedMap): string {
	const count = new Set(cells.map(({ row }) => row)).size;
	const said = `${formatNumber(count)} of ${formatNumber(rows.length)} ${named.rows} ${named.named}.`;
	if (!named.reading.proof) return said;
	const [done, of] = sumOf(cells);
	return of === 0
		? `${said} No live use needs any of them yet.`
		: `${said} In live uses, their controls are proven ${countOf(done, 'time')} out of ${formatNumber(of)}.`;
}

/** The drawing, its key, and the table that says the same. */
function mapSection(named: NamedMap, page: number): Section {
	const whole = named.make();
	const pages = pagesOf(whole);
	const columns = whole.columns.slice((page - 1) * MOST_COLUMNS, page * MOST_COLUMNS);
	const map = partOf(whole, columns);
	const others = Array.from({ length: pages }, (_, at) =>
		at + 1 === page ? `Page ${at + 1}` : link(`Page ${at + 1}`, mapPath(named.name, at + 1)),
	);
	const heat = heatOf(map, named);
	const names = namesTable(map, named);
	return {
		id: 'map',
		title: named.title,
		answer: named.reading.counts,
		blocks:
			map.cells.length === 0
				? [text(`No ${named.column.toLowerCase()} covers any of these rows yet.`)]
				: [
						{
							kind: 'custom',
							part: { name: 'heat-map', heat },
							said: [
								pairs(
									heat.key.map(({ label, says }) => [label, says]),
									'terms',
								),
							],
						},
						{
							kind: 'group',
							id: 'table',
							title: 'View as a table',
							fold: 'closed',
							end: countOf(heat.rows.length, 'row'),
							blocks: [names],
						},
						...(pages > 1 ? [list(others, 'names')] : []),
					],
	};
}

/** Rows that nothing has to do with: the widest gaps of a framework. */
function emptySection(map: CoverageMap, named: NamedMap): Section[] {
	const empty = emptyRows(map);
	if (empty.length === 0) return [];
	const names = empty.map((row): Words => {
		const path = axisPath(row, named);
		return path ? link(row.title, path) : row.title;
	});
	return [
		{
			id: 'missing',
			title: `${capital(named.rows)} that are not covered`,
			answer: `No ${named.column.toLowerCase()} names ${empty.length === 1 ? 'this' : 'these'}. If one applies to you, add it to the entry that addresses it.`,
			blocks: [
				{
					kind: 'group',
					title: `${formatNumber(empty.length)} ${named.rows}`,
					fold: empty.length > 12 ? 'closed' : 'open',
					blocks: [text(joined(names))],
				},
			],
		},
	];
}

function frame(catalogue: Catalogue, name?: string) {
	const live = [...liveByPattern(catalogue).values()].flat().map(({ entry }) => entry);
	return sheetFrame(live, catalogue, [
		...(name ? [{ label: 'CSV', path: mapCsvPath(name) }] : []),
		jsonFile(COVERAGE_JSON),
	]);
}
