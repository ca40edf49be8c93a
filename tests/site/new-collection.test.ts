/**
 * A collection is added by its schema, one entry, and its line in the registry: everything follows.
 * A required field is added by its schema, and by the page that says where it is shown.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { collections } from '#schemas/index.ts';
import { buildSite } from '#scripts/build-site.ts';
import { LETTERS } from '#tests/support/house/patterns.ts';
import { HOUSE_FOLDER } from '#tests/support/house/site.ts';
import { newFields } from './support/new-fields.ts';

const run = promisify(execFile);
const project = resolve(import.meta.dirname, '../..');
// Inside the project, so that node_modules is found above it.
const copy = join(HOUSE_FOLDER, 'new-collection');
const PARTS = ['schemas', 'src', 'scripts', 'public', 'tests', '.github', '.gitlab'];
const STARTER = 'content/starter';
const FILES = [
	'package.json',
	'package-lock.json',
	'astro.config.mjs',
	'tsconfig.json',
	'CONTRIBUTING.md',
	'README.md',
];

const SCHEMA = `/** A runbook: what to do when something has gone wrong. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { governed, ref, text } from './fields.ts';

const runbookSchema = z.strictObject({
	...governed,
	uses: z.array(ref('controls')).min(1).describe('Controls it puts to work.'),
	steps: z
		.array(text(10, 200))
		.min(2)
		.describe('What to do, in order.')
		.meta({ label: 'What to do first', section: 'steps' }),
});

export const runbooks = defineCollection({
	file: 'content/runbooks/{id}.mdx',
	format: 'mdx',
	schema: runbookSchema,
	singular: 'runbook',
	plural: 'runbooks',
	about: 'What to do when something has gone wrong.',
	pages: true,
	standalone: true,
});
`;

/** The house catalogue, written by the code of the copy: its fixtures know of what is added there. */
const WRITE_HOUSE = `
	const { Files } = await import('#tests/support/house/files.ts');
	(await Files.house()).write(process.cwd());
`;

const read = (file: string) => readFileSync(join(copy, file), 'utf8');
const write = (file: string, text: string) => {
	mkdirSync(dirname(join(copy, file)), { recursive: true });
	writeFileSync(join(copy, file), text);
};
const cli = (...args: string[]) =>
	run(process.execPath, ['scripts/catalogue.ts', ...args], { cwd: copy });

let team = { id: '', handle: '' };
let control = '';

beforeAll(async () => {
	rmSync(copy, { recursive: true, force: true });
	for (const part of PARTS) cpSync(join(project, part), join(copy, part), { recursive: true });
	for (const file of FILES) cpSync(join(project, file), join(copy, file));
	for (const [file, before, put] of newFields.flatMap(({ edits }) => edits)) {
		const text = read(file);
		if (!text.includes(before)) throw new Error(`${file} does not contain ${before}.`);
		write(
			file,
			text.replace(before, () => put + before),
		);
	}
	write('write-house.mjs', WRITE_HOUSE);
	await run(process.execPath, ['write-house.mjs'], { cwd: copy });
	// The site runs code of the common starter.
	cpSync(join(project, STARTER), join(copy, STARTER), { recursive: true });
	vi.stubEnv('CATALOGUE_ROOT', copy);
	const organisation: { teams: (typeof team)[] } = parse(read('content/organisation.yaml'));
	team = organisation.teams.find(({ handle }) => handle) ?? team;
	control = readdirSync(join(copy, 'content/controls')).sort()[0]?.replace('.mdx', '') ?? '';
	write('schemas/runbook.ts', SCHEMA);
	write(
		'content/runbooks/drain-queue.mdx',
		`---
title: Drain the queue
summary: What to do when requests pile up because the model does not answer.
status: draft
owner: ${team.id}
version: "1.0.0"
reviewed: 2026-11-01
uses: [${control}]
steps: [Stop the intake at the gateway., Hand the oldest cases to the people on call.]
---
## Afterwards

Say in the log how long the zebra queue was.
`,
	);
	write(
		'schemas/index.ts',
		read('schemas/index.ts')
			.replace('export const collections = {', 'export const collections = {\n\trunbooks,')
			.replace(/^import /m, "import { runbooks } from './runbook.ts';\nimport "),
	);
	const { ok, output } = await buildSite({ cwd: copy, outDir: join(copy, 'dist') });
	if (!ok) throw new Error(output);
}, 600_000);

afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(copy, { recursive: true, force: true });
});

test('it has a list, and a page that shows every field and the prose', () => {
	expect(read('dist/runbooks/index.html')).toContain('href="/runbooks/drain-queue/"');
	const page = read('dist/runbooks/drain-queue/index.html');
	expect(page).toContain('<section class="sec0" id="steps"');
	expect(page).toContain('What to do first');
	expect(page).toContain(`href="/controls/${control}/"`);
	expect(page).toContain('id="afterwards"');
});

test('every page leads to it', () => {
	expect(read('dist/index.html')).toContain('href="/runbooks/"');
});

test('what it cites leads back to it', () => {
	expect(read(`dist/controls/${control}/index.html`)).toContain('href="/runbooks/drain-queue/"');
});

test('it is found by search, down to the section', async () => {
	const script = `
		const { loadCatalogue } = await import('#catalogue/load.ts');
		const { searchDocument, searchedEntries } = await import('#catalogue/pages/search.ts');
		const { catalogue } = await loadCatalogue(process.cwd());
		const documents = searchedEntries(catalogue).map((entry) => searchDocument(entry, catalogue));
		const found = documents.find(({ path }) => path === '/runbooks/drain-queue/');
		console.log(JSON.stringify(found));`;
	write('ask-search.mjs', script);
	const { stdout } = await run(process.execPath, ['ask-search.mjs'], { cwd: copy });
	expect(JSON.parse(stdout)).toMatchObject({
		title: 'Drain the queue',
		sections: expect.arrayContaining([
			{ id: 'steps', title: 'What to do first', text: expect.stringContaining('gateway') },
			expect.objectContaining({ id: 'afterwards' }),
		]),
	});
});

test('it is served as JSON with its schema, and as Markdown', () => {
	expect(JSON.parse(read('dist/api/v1/runbooks.json'))).toMatchObject({
		entries: [{ id: 'drain-queue' }],
	});
	expect(JSON.parse(read('dist/api/v1/runbooks/drain-queue.json'))).toMatchObject({
		data: { title: 'Drain the queue' },
	});
	expect(JSON.parse(read('dist/api/v1/schemas/runbooks.json'))).toMatchObject({ title: 'Runbook' });
	const twin = read('dist/runbooks/drain-queue.md');
	expect(twin).toMatch(/^# Drain the queue\n/);
	expect(twin).toContain('## What to do first');
	expect(twin).toContain('zebra queue');
});

test('its fields are explained, under the names that its page has', () => {
	const reference = read('dist/contribute/runbook/index.html');
	expect(reference).toContain('What to do, in order.');
	expect(reference).toContain('What to do first');
});

test('its owner reviews it', async () => {
	await cli('codeowners');
	expect(read('.github/CODEOWNERS')).toContain(
		`/content/runbooks/drain-queue.mdx ${team.handle}\n`,
	);
});

test('a new one can be started', async () => {
	await cli(
		'new',
		'runbook',
		'--title',
		'Restore the index',
		'--owner',
		team.id,
		'--uses',
		control,
	);
	expect(read('content/runbooks/restore-the-index.mdx')).toContain('title: Restore the index');
});

describe.each(newFields)(
	'a new required field of $collection',
	({ collection, field, ...said }) => {
		const id = () => (collection === 'patterns' ? LETTERS : control);
		const path = `dist/api/v1/${collection}`;

		test('is required by the schema that is served, and explained under its name', () => {
			const schema = JSON.parse(read(`dist/api/v1/schemas/${collection}.json`));
			expect(schema.required).toContain(field);
			const reference = read(`dist/contribute/${said.reference}/index.html`);
			expect(reference).toContain(said.label);
			expect(reference).toContain(said.doc);
		});

		test('is in every entry of the fixtures, on its page, in its twin and in its JSON', () => {
			const { data } = JSON.parse(read(`${path}/${id()}.json`));
			expect(data[field]).toMatch(/\w{3}/);
			expect(read(`dist/${collection}/${id()}/index.html`)).toContain(data[field]);
			expect(read(`dist/${collection}/${id()}.md`)).toContain(data[field]);
		});

		test('is in what a command starts, to be filled', async () => {
			await cli('new', said.reference, '--title', `New ${field}`, ...said.flags(team.id));
			const made = collections[collection].file.replace('{id}', `new-${field}`);
			expect(read(made)).toMatch(new RegExp(`^${field}: .*FILL: ${said.doc.slice(0, -1)}`, 'm'));
		});
	},
);
