import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { starterFiles } from '#catalogue/copy/starter/assemble.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { hasStarter } from '#catalogue/model/starter.ts';
import { starter } from '#scripts/commands/starter.ts';
import { run } from '#scripts/run.ts';
import { soundFiles } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { Files } from '#tests/support/house/files.ts';
import { LETTERS } from '#tests/support/house/patterns.ts';
import { repositoryOf } from '#tests/support/repository.ts';

let project: string;
let folder: string;
let catalogue: Catalogue;
// The first reading of a catalogue that nothing is kept of takes its time.
beforeAll(async () => {
	project = await mkdtemp(join(tmpdir(), 'starter-of-'));
	(await Files.house()).write(project);
	catalogue = (await loadCatalogue(project)).catalogue;
}, 60_000);
afterAll(() => rm(project, { recursive: true }));
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'starter-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function called(...args: string[]) {
	const { code, out, error } = await call(project, starter, ...args);
	return { code, lines: [...out, ...error] };
}

describe('a wrong call makes nothing', () => {
	test('without a pattern or a folder', async () => {
		expect((await called('--out', folder)).code).toBe(2);
		expect((await called(LETTERS)).code).toBe(2);
	});

	test('into a folder that is not empty', async () => {
		await writeFile(join(folder, 'mine.txt'), 'mine');
		const { code, lines } = await called(LETTERS, '--out', folder);
		expect([code, lines[0]]).toEqual([2, `${folder} is not empty.`]);
		expect(readdirSync(folder)).toEqual(['mine.txt']);
	});

	test('into a file', async () => {
		await writeFile(join(folder, 'file'), '');
		const { code } = await called(LETTERS, '--out', join(folder, 'file'));
		expect(code).toBe(2);
	});

	test('of a pattern nobody knows, and the folder is gone again', async () => {
		const { code } = await called('no-such-pattern', '--out', join(folder, 'new'));
		expect(code).toBe(2);
		expect(existsSync(join(folder, 'new'))).toBe(false);
	});
});

test('it writes every file of the starter, below folders that were not there', async () => {
	const target = join(folder, 'a/b');
	const { code } = await called(LETTERS, '--out', target);
	expect(code).toBe(0);
	const pattern = catalogue.patterns.get(LETTERS);
	if (!pattern) throw new Error('the pattern is not there');
	for (const { path, text } of starterFiles(pattern, catalogue)) {
		expect(readFileSync(join(target, path), 'utf8')).toBe(text);
	}
});

test('a script that names its interpreter may be run, and nothing else may', async () => {
	const { root } = repositoryOf({
		...Object.fromEntries(soundFiles().map(({ path, text = '' }) => [path, text])),
		'content/starter/README.template.md': '# {{title}}\n',
		'patterns/summary/starter/src/workflow.ts': 'export {};\n',
		// The pattern names it as the file of its control.
		'content/starter/logging.yaml': 'level: info\n',
		'content/starter/bin/run.sh': '#!/bin/sh\n',
	});
	const io = { cwd: root, out: () => {}, error: () => {} };
	const target = join(folder, 'new');
	expect(await run([starter], ['starter', 'summary', '--out', target], io)).toBe(0);
	const mayRun = (path: string) => (statSync(join(target, path)).mode & 0o100) !== 0;
	expect([mayRun('bin/run.sh'), mayRun('README.md')]).toEqual([true, false]);
});

test('every file that a control of a pattern names is in its starter, and its table names the same nodes', () => {
	const found = [...catalogue.patterns.values()].filter((one) => hasStarter(one, catalogue));
	expect(found.length).toBeGreaterThan(0);
	for (const pattern of found) {
		const paths = new Set(starterFiles(pattern, catalogue).map(({ path }) => path));
		const named = pattern.data.controls.flatMap(({ file }) => file ?? []);
		expect(named.filter((file) => !paths.has(file))).toEqual([]);
		const rows: { control: string; acts?: string }[] = JSON.parse(
			readFileSync(join(project, `patterns/${pattern.id}/starter/controls.json`), 'utf8'),
		);
		const acts = pattern.data.controls.map(({ control, enforcedAt }) => [control, enforcedAt]);
		expect(rows.map(({ control, acts: node }) => [control, node])).toEqual(acts);
	}
});
