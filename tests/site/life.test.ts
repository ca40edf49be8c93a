/** A catalogue in the middle of its life: approved, changed, late, released and withdrawn entries. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fileDigest } from '#catalogue/model/digest.ts';
import { buildSite } from '#scripts/build-site.ts';
import { approve, evaluate, Files } from '#tests/mutations/files.ts';
import { publishedUrl } from './support/address.ts';
import { putToUse } from './support/in-use.ts';
import { addressesOf, openSite } from './support/links.ts';
import { faults, readPages } from './support/pages.ts';

const ROUTING = 'patterns/request-routing/pattern.mdx';
const NOTES = 'patterns/crm-note-generation/pattern.mdx';
const register = (pattern: string) => pattern.replace('pattern.mdx', 'register.yaml');
const PROMPT = 'patterns/request-routing/prompts/route-request.prompt';
const SEATS = { technology: 'A. One', security: 'B. Two', business: 'C. Three' };
/** Noon of 22 November 2026. */
const EPOCH = String(Date.UTC(2026, 10, 22, 12) / 1000);

let folder = '';
let dist = '';

async function lived(): Promise<Files> {
	const files = new Files();
	release(files);
	files.set(
		'content/withdrawn/patterns.old-triage.yaml',
		[
			'title: Old case triage',
			'summary: Sorted support cases by words in the subject alone.',
			'owner: service-operations',
			'version: "2.1.0"',
			'withdrawn: 2026-11-20',
			'because: Its word list sent urgent cases to the wrong queue.',
			'successor: support-case-triage',
		].join('\n'),
	);
	await putToUse(files);
	files.set(
		register(NOTES),
		files.text(register(NOTES)).replace(/^reviewed: .*$/m, 'reviewed: 2026-04-01'),
	);
	await evaluate(files, 'support-case-triage');
	await evaluate(files, 'crm-note-generation');
	const condition = 'Report the spread between languages every quarter.';
	await approve(files, 'support-case-triage', { seats: SEATS, conditions: [condition] });
	await approve(files, 'crm-note-generation', { seats: SEATS });
	await approve(files, 'request-routing', { seats: SEATS });
	return files.swap(ROUTING, '\nproblem:', ' # and changed since\nproblem:');
}

/** The prompt at 1.0.0 is frozen, and 1.1.0 says one line more. */
function release(files: Files): void {
	const old = files.text(PROMPT);
	files.set('patterns/request-routing/prompts/released/route-request@1.0.0.prompt', old);
	const entry = [
		'catalogue.changes:',
		'  - version: "1.1.0"',
		'    date: 2026-11-21',
		'    impact: minor',
		'    summary: Says when a request is a repeat of an earlier one.',
	].join('\n');
	files.set(
		PROMPT,
		old
			.replace('version: "1.0.0"', 'version: "1.1.0"')
			.replace('catalogue.changes:', entry)
			.replace(
				'    impact: minor\n    summary: First',
				`    impact: minor\n    digest: ${fileDigest(old)}\n    summary: First`,
			)
			.replace(
				'{{role "user"}}',
				'Treat a repeat of a request as the first one.\n\n{{role "user"}}',
			),
	);
}

beforeAll(async () => {
	const cache = resolve('.cache/site');
	await mkdir(cache, { recursive: true });
	folder = await mkdtemp(join(cache, 'life-'));
	dist = join(folder, 'dist');
	(await lived()).write(join(folder, 'catalogue'));
	vi.stubEnv('CATALOGUE_ROOT', join(folder, 'catalogue'));
	vi.stubEnv('SOURCE_DATE_EPOCH', EPOCH);
	const { ok, output } = await buildSite({ cwd: process.cwd(), outDir: dist });
	if (!ok) throw new Error(output);
}, 300_000);
afterAll(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true });
});

const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
/** What a page says, without its tags. */
const words = (path: string) =>
	page(path)
		.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
const json = (path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8'));

describe('a pattern', () => {
	test('that is approved says when, by whom, until when and under which conditions', () => {
		const text = words('patterns/support-case-triage');
		expect(text).toContain('22 November 2026, by 3 seats of the AI Governance Council');
		expect(text).toContain('This page is what was approved');
		expect(text).toContain('B. Two, 22 November 2026, until 22 May 2027');
		expect(text).toContain('Report the spread between languages every quarter.');
	});

	test('that changed since says so, and which files', () => {
		const text = words('patterns/request-routing');
		expect(text).toContain('Changed since approval');
		expect(text).toContain('This page is not what was approved');
		expect(text).toContain('pattern.mdx (changed)');
	});

	test('whose review is late says since when, and stands after the others in the list', () => {
		expect(words('patterns/crm-note-generation')).toContain(
			'The review was due on 1 October 2026.',
		);
		const list = page('patterns');
		const at = (id: string) => list.indexOf(`href="/patterns/${id}/"`);
		expect(at('crm-note-generation')).toBeGreaterThan(at('structured-data-extraction'));
		expect(at('crm-note-generation')).toBeGreaterThan(0);
	});

	test('says the same in its JSON', () => {
		expect(json('api/v1/patterns/support-case-triage.json')).toMatchObject({
			state: { name: 'approved' },
			approval: { isWhatWasApproved: true, missingSeats: [] },
		});
		expect(json('api/v1/patterns/request-routing.json')).toMatchObject({
			state: { name: 'changed', duty: expect.stringContaining('Use the approved version') },
			approval: { isWhatWasApproved: false },
		});
	});
});

describe('a pattern in use', () => {
	test('names its use cases with their tier, stage and team', () => {
		const text = words('patterns/support-case-triage');
		expect(text).toContain('1 use case stands on it, 1 of them live.');
		expect(text).toContain('1 of 5, 1 live use case');
		expect(text).toMatch(/Warranty desk triage .*Live since 20 Nov 2026/);
		expect(words('patterns/request-routing')).toContain('No use case is recorded');
	});

	test('shows a waived control with its end and what stands in for it', () => {
		const html = page('patterns/support-case-triage');
		const row = /<tr id="ctl-drift-monitoring">[\s\S]*?<\/tr>/.exec(html)?.[0];
		expect(row).toContain('Waived until 31 December 2026.');
		expect(row).toContain('The product manager reads fifty labels by hand each week.');
		expect(words('patterns/support-case-triage')).toContain('1 waived for a time');
	});

	test('shows who is trained, and where the record is', () => {
		const text = words('patterns/support-case-triage');
		expect(text).toContain('has finished the training, the last on 12 November 2026.');
		expect(text).toContain('reading the output and reporting issues. Course list');
		expect(words('patterns/request-routing')).toContain('who has finished is not recorded yet');
	});
});

test('a use case leads to its pattern, and its page never says that no pattern uses it', () => {
	for (const path of ['use-cases', 'use-cases/warranty-desk']) {
		expect(page(path)).toContain('href="/patterns/support-case-triage/"');
		expect(words(path)).toContain('Live since 20 Nov 2026');
		expect(words(path)).not.toContain('No pattern yet');
	}
});

test('a model near its end says when, which patterns must move, and where to', () => {
	const text = words('models/small-fast');
	expect(text).toContain('Retires in 28 days, on 20 December 2026.');
	expect(text).toMatch(
		/4 patterns must move and be evaluated again\. Its fallback is General chat\./,
	);
	expect(words('models')).toContain('In 28 days');
});

describe('a prompt', () => {
	test('keeps a page and a download for every released version', () => {
		expect(words('prompts/route-request/1.0.0')).toContain('1.1.0 has replaced this version.');
		const download = readFileSync(join(dist, 'prompts/route-request@1.0.0.prompt'), 'utf8');
		expect(download).toBe(new Files().text(PROMPT));
	});

	test('shows what changed between two versions, line by line', () => {
		const html = page('prompts/route-request/compare/1.0.0-to-1.1.0');
		expect(html).toMatch(/<tr class="add"[\s\S]*?Treat a repeat of a request as the first one\./);
		expect(page('prompts/route-request')).toContain(
			'/prompts/route-request/compare/1.0.0-to-1.1.0/',
		);
	});
});

test('the address of a withdrawn entry says why it is gone, and what to take instead', () => {
	const text = words('patterns/old-triage');
	expect(text).toContain('This pattern was withdrawn on 20 November 2026.');
	expect(text).toContain('Its word list sent urgent cases to the wrong queue.');
	expect(page('patterns/old-triage')).toContain('href="/patterns/support-case-triage/"');
	expect(page('patterns')).not.toContain('old-triage');
});

test('no link of such a site is dead', () => {
	const site = openSite(dist, publishedUrl());
	const dead = faults(readPages(dist), (element, { path }) =>
		addressesOf(element)
			.map((address) => site.follow(address, path))
			.find((target) => typeof target === 'string'),
	);
	expect(dead).toEqual([]);
	expect(existsSync(join(dist, 'index.html'))).toBe(true);
});
