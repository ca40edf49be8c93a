/** The portfolio as data: CSV for spreadsheets, JSON for tools, and its page as Markdown. */

import { API_VERSION, type PortfolioDocument } from '#schemas/api.ts';
import { redFlag } from '#schemas/vocabularies.ts';
import {
	controlCoverage,
	evidenceCompleteness,
	patternReuse,
	spendingOf,
} from '../judge/portfolio/figures.ts';
import type { Flag } from '../judge/portfolio/flags.ts';
import { outcomesOf } from '../judge/portfolio/outcomes.ts';
import { sharedFlags } from '../judge/portfolio/suppliers.ts';
import { type Use, usesOf } from '../judge/portfolio/uses.ts';
import { apiFile, documentSchemaPath } from '../model/api-path.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { entryPath, isExample } from '../model/entry.ts';
import { teamOf } from '../model/team.ts';
import type { Sheet } from '../pages/page.ts';
import { aboutWords, closerWords, closesWords } from '../pages/portfolio/flags.ts';
import { systemsOf, totalsOf } from '../pages/portfolio/four.ts';
import { PORTFOLIO_CSV, PORTFOLIO_JSON } from '../pages/portfolio/paths.ts';
import { groupPages, groupSheet, portfolioSheet } from '../pages/portfolio/sheet.ts';
import { sectionsOf } from '../print/json.ts';
import { type CsvValue, csvOf } from '../words/csv.ts';
import { dataFile, type Exporter } from './exporter.ts';
import { twinFile } from './twin-file.ts';

export const portfolio: Exporter = {
	name: 'portfolio',
	summary:
		'Every use of AI with its data, controls, main measure and red flags: CSV, JSON, Markdown.',
	*files(context) {
		const { catalogue } = context;
		yield {
			path: PORTFOLIO_CSV.slice(1),
			type: 'text/csv; charset=utf-8; header=present',
			body: () => portfolioCsv(context),
		};
		yield dataFile(apiFile('portfolio'), () => portfolioJson(context));
		const markdown = (sheet: () => Sheet, path: string) =>
			twinFile(path, sheet, PORTFOLIO_JSON, context);
		yield markdown(() => portfolioSheet(catalogue), '/portfolio/');
		for (const group of groupPages(catalogue)) {
			yield markdown(() => groupSheet(group, catalogue), groupSheet(group, catalogue).path);
		}
	},
};

/** The columns of the CSV: the name of each, and what is in it. */
const columns: readonly (readonly [string, (use: Use, context: ExportContext) => CsvValue])[] = [
	['id', ({ entry }) => entry.id],
	['name', ({ entry }) => entry.data.title],
	['example', ({ entry }) => isExample(entry)],
	['team', ({ entry }, { catalogue }) => teamOf(entry.data.owner, catalogue).name],
	['business_owner', ({ entry }) => entry.data.businessOwner],
	['pattern', ({ entry }) => entry.data.pattern],
	['pattern_version', ({ entry }) => entry.data.builtOn.version],
	['outcome', ({ entry }) => entry.data.outcome],
	['state', ({ entry }) => entry.data.state],
	['live', ({ live }) => live],
	['live_since', ({ entry }) => entry.data.liveSince],
	['pilot_ends', ({ entry }) => entry.data.pilot?.ends],
	['stage', ({ entry }) => entry.data.stage],
	['tier', ({ tier }) => tier],
	['data_class', ({ entry }) => entry.data.data],
	['personal_data', ({ entry }) => entry.data.personalData],
	['systems', ({ entry }) => systemsOf(entry).join('; ')],
	['controls_required', ({ controls }) => controls.required],
	['controls_proven', ({ controls }) => controls.proven],
	['controls_built', ({ controls }) => controls.built],
	['controls_lapsed', ({ controls }) => controls.lapsed],
	['controls_waived', ({ controls }) => controls.waived],
	['controls_planned', ({ controls }) => controls.planned],
	['measure', ({ measure }) => measure.metric],
	['measure_part', ({ measure }) => measure.part],
	['unit', ({ measure }, { catalogue }) => catalogue.metrics.get(measure.metric)?.data.unit],
	['baseline', ({ series }) => series.baseline?.record.value],
	['target_from', ({ target }) => target?.from],
	['target_to', ({ target }) => target?.to],
	['value', ({ series }) => series.latest?.record.value],
	['period', ({ series }) => series.latest?.record.period],
	['counted', ({ series }) => series.latest?.record.k],
	['of', ({ series }) => series.latest?.record.n],
	['verdict', ({ verdict }) => verdict],
	['red_flags', ({ flags }) => flags.length],
	['red_flag_kinds', ({ flags }) => [...new Set(flags.map(({ kind }) => kind))].join('; ')],
	['page', ({ entry }, { url }) => url(entryPath(entry))],
];

/** One line for each use, as a spreadsheet reads it. */
export function portfolioCsv(context: ExportContext): string {
	return csvOf(
		columns.map(([name]) => name),
		usesOf(context.catalogue).map((use) => columns.map(([, value]) => value(use, context))),
	);
}

/** The same as a document of the API, with the sections of the page. */
export function portfolioJson(context: ExportContext): PortfolioDocument {
	const { catalogue, url } = context;
	const uses = usesOf(catalogue);
	const shared = sharedFlags(uses, catalogue);
	const sheet = portfolioSheet(catalogue);
	const spending = spendingOf(uses, catalogue);
	return {
		$schema: url(documentSchemaPath('portfolio')),
		api: API_VERSION,
		page: url(sheet.path),
		csv: url(PORTFOLIO_CSV),
		asOf: catalogue.today,
		...(sheet.example && { example: sheet.example }),
		summary: sheet.summary,
		totals: totalsOf(uses, shared),
		figures: {
			controlCoverage: controlCoverage(uses),
			evidenceCompleteness: evidenceCompleteness(uses, catalogue),
			patternReuse: patternReuse(uses, catalogue).map(({ pattern, uses: live }) => ({
				pattern: pattern.id,
				uses: live.map(({ entry }) => entry.id),
			})),
		},
		uses: uses.map((use) => useJson(use, context)),
		outcomes: outcomesOf(catalogue).map(({ entry, shares, period, value, interval, verdict }) => ({
			id: entry.id,
			title: entry.data.title,
			page: url(entryPath(entry)),
			...(isExample(entry) && { example: true as const }),
			category: entry.data.category,
			metric: entry.data.metric,
			baseline: entry.data.baseline,
			target: entry.data.target,
			uses: shares.map(({ use }) => use.entry.id),
			...(period !== undefined && { period }),
			...(value !== undefined && { value }),
			...(interval && { interval }),
			verdict,
		})),
		flags: [...uses.flatMap(({ flags }) => flags), ...shared].map((flag) =>
			flagJson(flag, catalogue),
		),
		spend: {
			...(spending.period !== undefined && { period: spending.period }),
			uses: spending.rows.flatMap(({ use, spend }) =>
				spend
					? [
							{
								use: use.entry.id,
								tasks: spend.record.tasks,
								...spend.record.cost,
								...(spend.record.hours !== undefined && { hours: spend.record.hours }),
							},
						]
					: [],
			),
			notRecorded: spending.rows.flatMap(({ use, spend }) => (spend ? [] : [use.entry.id])),
		},
		sections: sectionsOf(sheet, undefined, context),
	};
}

function useJson(use: Use, { catalogue, url }: ExportContext): PortfolioDocument['uses'][number] {
	const { entry, measure, series, target, verdict } = use;
	const { data } = entry;
	const latest = series.latest?.record;
	return {
		id: entry.id,
		title: data.title,
		page: url(entryPath(entry)),
		...(isExample(entry) && { example: true as const }),
		team: teamOf(data.owner, catalogue).name,
		businessOwner: data.businessOwner,
		pattern: data.pattern,
		patternVersion: data.builtOn.version,
		outcome: data.outcome,
		state: data.state,
		live: use.live,
		...(data.liveSince && { liveSince: data.liveSince }),
		...(data.pilot && { pilotEnds: data.pilot.ends }),
		stage: data.stage,
		tier: use.tier,
		data: data.data,
		personalData: data.personalData,
		systems: systemsOf(entry),
		controls: use.controls,
		measure: {
			metric: measure.metric,
			...(measure.part && { part: measure.part }),
			...(series.baseline && { baseline: series.baseline.record.value }),
			...(target && { target }),
			...(latest && {
				value: latest.value,
				period: latest.period,
				...(latest.k !== undefined && { k: latest.k }),
				...(latest.n !== undefined && { n: latest.n }),
			}),
			verdict,
		},
		flags: use.flags.length,
	};
}

function flagJson(flag: Flag, catalogue: Catalogue): PortfolioDocument['flags'][number] {
	const about = aboutWords(flag, catalogue);
	return {
		kind: flag.kind,
		label: redFlag.label(flag.kind),
		...(flag.use && { use: flag.use.id }),
		...(about && { about }),
		...(flag.since && { since: flag.since }),
		closes: closesWords(flag),
		who: closerWords(flag.who, catalogue),
		...(flag.by && { by: flag.by }),
	};
}
