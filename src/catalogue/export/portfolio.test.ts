import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { evaluationDocument, portfolioDocument } from '#schemas/api.ts';
import type { UseCase } from '#schemas/use-case.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import {
	about,
	evaluation,
	evidence,
	measurement,
	recordFile,
	spend,
} from '#tests/support/records.ts';
import { contextOf } from '../copy/context.ts';
import type { Entry } from '../model/catalogue.ts';
import { groupPages, groupSheet, portfolioSheet } from '../pages/portfolio/sheet.ts';
import { evaluations } from './evaluations.ts';
import { portfolio, portfolioCsv, portfolioJson } from './portfolio.ts';

const pattern = entry('patterns');
const logging = entry('controls', 'logging');
const hours = entry('metrics', 'hours', { title: 'Hours', direction: 'higher', symbol: 'h' });
const outcome = entry('outcomes', 'time', { metric: 'hours', baseline: 0 });
const use = (id: string, data: Partial<UseCase> = {}) =>
	entry('use-cases', id, {
		title: `Use ${id}`,
		outcome: 'time',
		state: 'live',
		liveSince: '2026-03-02',
		measures: [
			{
				metric: 'hours',
				headline: true,
				target: { from: 100, to: 200 },
				owner: 'Office',
				source: 'Sheets',
			},
		],
		...data,
	});
function records(one: Entry<'use-cases'>) {
	const here = about(one, pattern, logging, hours);
	return recordFile(one, [
		measurement(here, { metric: 'hours', value: 120 }),
		evidence(here),
		spend(here),
	]);
}
const context = (...entries: readonly Entry[]) =>
	contextOf(
		catalogueOf(pattern, logging, hours, outcome, ...entries),
		(path) => `https://host.example/ai${path}`,
	);

describe('the portfolio as files', () => {
	const named = use('a', { title: '=cmd("x"), "quoted"', example: true });
	const both = context(named, records(named), use('b'));

	test('is a document of its JSON Schema, with every use and what it comes to', () => {
		const document = portfolioDocument.parse(portfolioJson(both));
		expect(document.totals).toMatchObject({ uses: 2, live: 2, proven: 1, onTarget: 1 });
		expect(document.uses.map(({ id, example }) => [id, example])).toContainEqual(['a', true]);
		expect(document.example?.tag).toBe('Example data');
		expect(document.flags.length).toBe(document.totals.flags);
		expect(document.spend).toMatchObject({ period: '2026-10', notRecorded: ['b'] });
	});

	test('is CSV that a parser reads, a line for each use, with the same figures as the JSON', () => {
		const lines: Record<string, string>[] = parse(portfolioCsv(both), { columns: true });
		const document = portfolioJson(both);
		expect(lines.map(({ id }) => id)).toEqual(document.uses.map(({ id }) => id));
		for (const [at, line] of lines.entries()) {
			const same = document.uses[at];
			expect(line.controls_proven).toBe(String(same?.controls.proven));
			expect(line.verdict).toBe(same?.measure.verdict);
			expect(line.example).toBe(same?.example ? 'yes' : 'no');
		}
		expect(lines.find(({ id }) => id === 'a')?.name).toBe(`'=cmd("x"), "quoted"`);
	});

	test('is Markdown that says the same as the page, and that the data is invented', async () => {
		const file = [...portfolio.files(both)].find(({ path }) => path === 'portfolio.md');
		const text = String(await file?.body());
		expect(text).toContain('**Example data.** Example Organisation is invented.');
		expect(text).toContain('Under which controls? (1 of 2 proven)');
		expect(text).toContain('https://host.example/ai/use-cases/b.md');
	});
});

test('pilots and paused uses are counted apart from the live ones, in the head and in every total', () => {
	const pilot = use('p', {
		state: 'pilot',
		liveSince: undefined,
		pilot: { exit: ['It works.'], ends: '2027-01-31' },
	});
	const all = [use('a'), use('b'), pilot, use('q', { state: 'paused' })];
	const mixed = context(...all, ...all.slice(0, 3).map(records));
	const sheet = portfolioSheet(mixed.catalogue);
	expect(sheet.summary).toContain('2 uses of AI are live, 1 is a pilot and 1 is paused.');
	expect(sheet.summary).toContain('2 of 2 live uses are on target.');
	const table = sheet.sections[0]?.blocks.find(({ kind }) => kind === 'table');
	const heads = table?.kind === 'table' ? table.columns.map(({ total }) => total) : [];
	expect(heads[0]).toBe('2 live, 1 pilot, 1 paused');
	expect(heads[2]).toBe('Live: 2 of 2 proven. Others: 1 of 2');
	expect(heads[3]).toMatch(/^Live: 2 of 2 on target\. Others: \d of 2$/);
});

test('without a use every form says what will be here and what to do', () => {
	const empty = contextOf(catalogueOf(), (path) => `https://host.example${path}`);
	const sheet = portfolioSheet(empty.catalogue);
	expect(sheet.summary).toBe(
		'This page will show which uses of AI are live, on which data, under which controls and measured how.',
	);
	expect(JSON.stringify(sheet.sections)).toContain('npm run catalogue -- register');
	const document = portfolioDocument.parse(portfolioJson(empty));
	expect([document.uses, document.outcomes, document.flags]).toEqual([[], [], []]);
	expect(portfolioCsv(empty).split('\r\n')).toHaveLength(2);
});

describe('two hundred uses', () => {
	const many = Array.from({ length: 200 }, (_, at) =>
		use(`use-${at}`, { outcome: at % 4 === 0 ? 'time' : 'money' }),
	);
	const money = entry('outcomes', 'money', { title: 'Money saved', metric: 'hours' });
	const { catalogue } = context(money, ...many, ...many.map(records));

	test('are grouped by outcome, at most forty in a table', () => {
		const pages = groupPages(catalogue);
		expect(pages.map(({ outcome: name, page }) => `${name} ${page}`)).toEqual([
			'time 1',
			'time 2',
			'money 1',
			'money 2',
			'money 3',
			'money 4',
		]);
		const sheets = [portfolioSheet(catalogue), ...pages.map((one) => groupSheet(one, catalogue))];
		for (const { sections } of sheets) {
			for (const { blocks } of sections)
				for (const block of blocks)
					if (block.kind === 'table')
						for (const { rows } of block.groups) expect(rows.length).toBeLessThanOrEqual(42);
		}
		const shown = pages.flatMap((one) =>
			groupSheet(one, catalogue).sections.flatMap(({ blocks }) =>
				blocks.flatMap((block) =>
					block.kind === 'table'
						? block.groups.flatMap(({ rows }) => rows.map(({ id }) => id))
						: [],
				),
			),
		);
		expect(new Set(shown).size).toBe(200);
	});

	test('leave the page small: the words of all its sections stay below 20 kB compressed', () => {
		const { sections } = portfolioSheet(catalogue);
		expect(gzipSync(JSON.stringify(sections)).length).toBeLessThan(20_000);
	});
});

test('an evaluation run has its page, its twin and its JSON, with what it comes to', async () => {
	const prompt = entry('prompts', 'ask');
	const tested = entry('patterns', 'summary', { prompts: ['ask'] });
	const run = evaluation(about(tested, prompt));
	const all = contextOf(
		catalogueOf(tested, prompt, recordFile(tested, [run])),
		(path) => `https://host.example${path}`,
	);
	const files = [...evaluations.files(all)];
	expect(files.map(({ path }) => path)).toEqual([
		'api/v1/evaluations/patterns/summary/1.json',
		'patterns/summary/evaluation/1.md',
	]);
	const document = evaluationDocument.parse(JSON.parse(String(await files[0]?.body())));
	expect(document.record.run).toBe(1);
	expect(['Passed', 'Not passed', 'Not resolved']).toContain(document.result);
	expect(String(await files[1]?.body())).toContain('# Evaluation run 1');
});
