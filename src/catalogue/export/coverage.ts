/** The coverage maps as CSV, JSON and Markdown. */

import { API_VERSION, type CoverageDocument, type CoverageMapDocument } from '#schemas/api.ts';
import { coverageState } from '#schemas/vocabularies.ts';
import { gapsOf } from '../judge/coverage/gaps.ts';
import { apiFile, apiPath, documentSchemaPath } from '../model/api-path.ts';
import type { ExportContext } from '../model/context.ts';
import { entryPath } from '../model/entry.ts';
import { gapCloses, gapDoers, gapLabel, gapSubject } from '../pages/coverage/gaps.ts';
import { cellText } from '../pages/coverage/heat.ts';
import { mapsOf, type NamedMap } from '../pages/coverage/maps.ts';
import { COVERAGE_JSON, mapCsvPath, mapJsonName, mapPath } from '../pages/coverage/paths.ts';
import { coverageSheet, mapPages, mapSheet } from '../pages/coverage/sheet.ts';
import type { Sheet } from '../pages/page.ts';
import { sectionsOf } from '../print/json.ts';
import { csvOf } from '../words/csv.ts';
import { dataFile, type Exporter } from './exporter.ts';
import { twinFile } from './twin-file.ts';

export const coverage: Exporter = {
	name: 'coverage',
	summary: 'What live uses cover and what is missing, map by map: CSV, JSON, Markdown.',
	*files(context) {
		const { catalogue } = context;
		yield dataFile(apiFile('coverage'), () => coverageJson(context));
		for (const named of mapsOf(catalogue)) {
			yield {
				path: mapCsvPath(named.name).slice(1),
				type: 'text/csv; charset=utf-8; header=present',
				body: () => mapCsv(named),
			};
			yield dataFile(apiFile(mapJsonName(named.name)), () => mapJson(named, context));
		}
		const markdown = (sheet: () => Sheet, path: string) =>
			twinFile(path, sheet, COVERAGE_JSON, context);
		yield markdown(() => coverageSheet(catalogue), '/coverage/');
		for (const page of mapPages(catalogue))
			yield markdown(() => mapSheet(page, catalogue), mapPath(page.name, page.page));
	},
};

/** A line for each cell: what it is of, its state, and how many of how many. */
export function mapCsv(named: NamedMap): string {
	const { rows, columns, cells } = named.make();
	const titles = (axes: typeof rows) => new Map(axes.map(({ id, title }) => [id, title]));
	const [rowTitles, columnTitles] = [titles(rows), titles(columns)];
	return csvOf(
		['row', 'row_title', 'column', 'column_title', 'state', 'covered', 'of'],
		cells.map(({ row, column, state, done, of }) => [
			row,
			rowTitles.get(row),
			column,
			columnTitles.get(column),
			state,
			done,
			of,
		]),
	);
}

/** A map as a document of the API: rows with their cells, so that it stays as short as the map. */
export function mapJson(named: NamedMap, { url }: ExportContext): CoverageMapDocument {
	const { rows, columns, cells } = named.make();
	const byRow = Map.groupBy(cells, ({ row }) => row);
	return {
		$schema: url(documentSchemaPath('coverage-map')),
		api: API_VERSION,
		page: url(mapPath(named.name)),
		csv: url(mapCsvPath(named.name)),
		title: named.title,
		counts: named.reading.counts,
		states: coverageState.values.flatMap((state) => {
			const says = named.reading.states[state];
			return says ? [{ state, says }] : [];
		}),
		columns: columns.map(({ id, title }) => ({ id, title })),
		rows: rows.map(({ id, title }) => ({
			id,
			title,
			cells: (byRow.get(id) ?? []).map((cell) => ({
				column: cell.column,
				state: cell.state,
				covered: cell.done,
				of: cell.of,
				shown: cellText(cell),
			})),
		})),
	};
}

/** The gaps, and where each map is. */
export function coverageJson(context: ExportContext): CoverageDocument {
	const { catalogue, url } = context;
	const sheet = coverageSheet(catalogue);
	return {
		$schema: url(documentSchemaPath('coverage')),
		api: API_VERSION,
		page: url(sheet.path),
		asOf: catalogue.today,
		...(sheet.example && { example: sheet.example }),
		summary: sheet.summary,
		gaps: gapsOf(catalogue).map((gap) => {
			const { title, path } = gapSubject(gap, catalogue);
			const { teams, by } = gapDoers(gap, catalogue);
			return {
				kind: gap.kind,
				label: gapLabel(gap),
				what: title,
				page: url(path),
				...(gap.data !== undefined && { data: gap.data }),
				covered: gap.done,
				of: gap.of,
				uses: gap.uses.map(({ entry }) => url(entryPath(entry))),
				closes: gapCloses(gap, catalogue),
				teams,
				...(by !== undefined && { by }),
			};
		}),
		maps: mapsOf(catalogue).map(({ name, title }) => ({
			name,
			title,
			page: url(mapPath(name)),
			json: url(apiPath(mapJsonName(name))),
			csv: url(mapCsvPath(name)),
		})),
		sections: sectionsOf(sheet, undefined, context),
	};
}
