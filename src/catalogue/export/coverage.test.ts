import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageDocument, coverageMapDocument } from '#schemas/api.ts';
import type { UseCase } from '#schemas/use-case.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, evidence, recordFile } from '#tests/support/records.ts';
import { contextOf } from '../copy/context.ts';
import { gapsOf } from '../judge/coverage/gaps.ts';
import { controlMap, dataMap, frameworkMap, problemMap, riskMap } from '../judge/coverage/maps.ts';
import type { Entry } from '../model/catalogue.ts';
import { mapsOf } from '../pages/coverage/maps.ts';
import { MOST_COLUMNS } from '../pages/coverage/paths.ts';
import { coverageSheet, mapPages, mapSheet } from '../pages/coverage/sheet.ts';
import { sheetMarkdown } from '../print/markdown/page.ts';
import { coverage, coverageJson, mapCsv, mapJson } from './coverage.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const risk = entry('risks', 'leak', { title: 'Leak' });
const pattern = entry('patterns', 'summary', { status: 'proposed', problem: 'summarise' });
const logging = entry('controls', 'logging', {
	title: 'Logging, =all of it',
	evidence: [{ kind: 'log-config', what: 'Export.', from: 'low', inDateFor: 'a year' }],
	frameworks: [{ framework: 'rules-2026', item: 'R1', relation: 'supports' }],
});
const framework = entry('frameworks', 'rules-2026', {
	items: [
		{ id: 'R1', title: 'Keep a log', kind: 'requirement' },
		{ id: 'R2', title: 'Tell people', kind: 'requirement' },
	],
});
const gateway = entry('connectors', 'gateway', { ceiling: 'internal' });
const use = (id: string, data: Partial<UseCase> = {}) =>
	entry('use-cases', id, {
		title: `Use ${id}`,
		state: 'live',
		liveSince: '2026-03-02',
		pilot: undefined,
		...data,
	});
const proven = (one: Entry<'use-cases'>) =>
	recordFile(one, [evidence(about(one, pattern, logging))]);
const catalogue = (...entries: readonly Entry[]) =>
	catalogueOf(risk, pattern, logging, framework, gateway, ...entries);
const only = ({ cells }: ReturnType<typeof riskMap>) =>
	cells.map(({ state, done, of }) => [state, done, of]);

describe('coverage counts', () => {
	test('live uses only: what nobody relies on is designed', () => {
		const others = [
			use('pilot', { state: 'pilot', liveSince: undefined }),
			use('draft', { status: 'draft' }),
			use('gone', { state: 'retired' }),
			use('paused', { state: 'paused' }),
			use('soon', { liveSince: '2027-01-01' }),
		];
		const all = catalogue(...others, ...others.map(proven));
		for (const map of [riskMap, controlMap]) expect(only(map(all))).toEqual([['designed', 0, 0]]);
		expect(gapsOf(all).map(({ kind }) => kind)).not.toContain('control');
	});

	test('what is proven in them, and not what is built, lapsed or waived', () => {
		const [a, b] = [use('a'), use('b')];
		expect(only(controlMap(catalogue(a, b)))).toEqual([['none', 0, 2]]);
		expect(only(controlMap(catalogue(a, b, proven(a))))).toEqual([['part', 1, 2]]);
		expect(only(riskMap(catalogue(a, b, proven(a), proven(b))))).toEqual([['full', 2, 2]]);
		const old = recordFile(a, [evidence(about(a, pattern, logging), { on: '2024-01-01' })]);
		expect(only(controlMap(catalogue(a, old)))).toEqual([['none', 0, 1]]);
	});

	test('a framework item by the controls that cite it', () => {
		const a = use('a');
		const { rows, cells } = frameworkMap(framework, catalogue(a, proven(a)));
		expect(rows.map(({ id }) => id)).toEqual(['R1', 'R2']);
		expect(cells).toEqual([{ row: 'R1', column: 'logging', state: 'full', done: 1, of: 1 }]);
	});

	test('data above the ceiling of a connector as over its limit', () => {
		const sends = (data: 'internal' | 'confidential') =>
			use('a', { connectors: [{ connector: 'gateway', access: 'invoke', data }] });
		const states = (one: Entry) =>
			dataMap(catalogue(one)).cells.map(({ row, state }) => `${row} ${state}`);
		expect(states(sends('internal'))).toEqual(['public designed', 'internal full']);
		expect(states(sends('confidential'))).toContain('confidential over');
		expect(gapsOf(catalogue(sends('confidential')))[0]?.kind).toBe('data');
	});

	test('an accepted risk apart, until its acceptance ends', () => {
		const accepted = (until: string) => {
			const risks = pattern.data.risks.map((one) => ({
				...one,
				accepted: { by: 'Head of Office', until, because: 'It is rare and cheap.' },
			}));
			return only(
				riskMap(
					catalogueOf(risk, logging, { ...pattern, data: { ...pattern.data, risks } }, use('a')),
				),
			);
		};
		expect(accepted('2027-01-01')).toEqual([['accepted', 0, 1]]);
		expect(accepted('2026-01-01')).toEqual([['none', 0, 1]]);
	});

	test('a problem by the live uses of its patterns', () => {
		const { cells } = problemMap(catalogue(use('a'), use('b')));
		expect(cells).toEqual([{ row: 'summarise', column: 'summary', state: 'full', done: 2, of: 2 }]);
	});

	test('never more than there is', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { maxLength: 6 }), (flags) => {
				const uses = flags.map((_, at) => use(`u${at}`));
				const records = uses.filter((_, at) => flags[at]).map(proven);
				const [cell] = controlMap(catalogue(...uses, ...records)).cells;
				expect([cell?.done, cell?.of]).toEqual([flags.filter(Boolean).length, flags.length]);
			}),
			{ numRuns: 20 },
		);
	});
});

describe('gaps', () => {
	test('come worst first, with what closes them and who does it', () => {
		const gaps = coverageJson(contextOf(catalogue(use('a')), url)).gaps;
		expect(gaps.map(({ kind }) => kind).slice(0, 2)).toEqual(['risk-open', 'control']);
		expect(gaps[0]).toMatchObject({ what: 'Leak', covered: 0, of: 1, teams: ['Office'] });
		expect(gaps[0]?.closes).toContain('Record evidence for logging');
	});

	test('end when everything is proven', () => {
		const a = use('a');
		const kinds = gapsOf(catalogue(a, proven(a))).map(({ kind }) => kind);
		expect(new Set(kinds)).toEqual(new Set(['problem']));
	});
});

describe('coverage as files', () => {
	const a = use('a', { example: true });
	const context = contextOf(catalogue(a, proven(a)), url);

	test('are documents of their JSON Schemas', () => {
		const document = coverageJson(context);
		expect(coverageDocument.parse(document)).toEqual(document);
		for (const named of mapsOf(context.catalogue)) {
			const map = mapJson(named, context);
			expect(coverageMapDocument.parse(map)).toEqual(map);
		}
	});

	test('are CSV that a reader of RFC 4180 takes, with a line for each cell', () => {
		for (const named of mapsOf(context.catalogue)) {
			const lines: Record<string, string>[] = parse(mapCsv(named), { columns: true });
			expect(lines).toHaveLength(named.make().cells.length);
		}
		const [controls] = mapsOf(context.catalogue).filter(({ name }) => name === 'controls');
		const lines: Record<string, string>[] = controls
			? parse(mapCsv(controls), { columns: true })
			: [];
		expect(lines).toMatchObject([
			{ row: 'logging', row_title: 'Logging, =all of it', state: 'full', covered: '1', of: '1' },
		]);
	});

	test('say what is invented, and are each written once', () => {
		expect(coverageSheet(context.catalogue).example?.tag).toBe('Example data');
		const paths = [...coverage.files(context)].map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		expect(paths).toContain('coverage/frameworks/rules-2026.csv');
	});

	test('say the same as the drawing, in words', () => {
		const said = sheetMarkdown(
			mapSheet({ name: 'controls', page: 1 }, context.catalogue),
			undefined,
			false,
			context,
		);
		expect(said.markdown).toContain('| Control | Covered |');
	});
});

test('without uses, the page says what it will show and how to begin', () => {
	for (const context of [contextOf(catalogueOf(), url), contextOf(catalogue(), url)]) {
		const { markdown } = sheetMarkdown(coverageSheet(context.catalogue), undefined, false, context);
		expect(markdown).toContain('No use is live yet');
		expect(markdown).toContain('npm run record -- evidence');
		for (const page of mapPages(context.catalogue))
			expect(mapSheet(page, context.catalogue).sections.length).toBeGreaterThan(0);
	}
});

test('a thousand patterns are on pages of their own, none of them heavy', () => {
	const many = catalogueOf(
		risk,
		logging,
		...Array.from({ length: 1000 }, (_, at) =>
			entry('patterns', `p${at}`, { title: `Pattern ${at}`, status: 'proposed' }),
		),
	);
	const context = contextOf(many, url);
	const pages = mapPages(many).filter(({ name }) => name === 'controls');
	expect(pages).toHaveLength(Math.ceil(1000 / MOST_COLUMNS));
	for (const sheet of [coverageSheet(many), mapSheet({ name: 'risks', page: 2 }, many)])
		expect(gzipSync(sheetMarkdown(sheet, undefined, false, context).markdown).length).toBeLessThan(
			6000,
		);
});
