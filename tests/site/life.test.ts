/** A catalogue in the middle of its life: approved, changed, late, released and withdrawn entries. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Files } from '#tests/support/house/files.ts';
import { CONDITION, DRAFTS_PROMPT, LATE } from '#tests/support/house/life.ts';
import { LETTERS } from '#tests/support/house/patterns.ts';
import { addressesOf, openSite } from './support/links.ts';
import { faults, readPages } from './support/pages.ts';
import { sites } from './support/sites.ts';

const { dist, url } = sites;
const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
/** What a page says, without its tags. */
const words = (path: string) =>
	page(path)
		.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
const json = (path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8'));

describe('a pattern', () => {
	test('that is approved says when, by whom, until when and under which conditions', () => {
		const text = words(`patterns/${LETTERS}`);
		expect(text).toContain('22 November 2026, by 3 seats of the Council');
		expect(text).toContain('This page is what was approved');
		expect(text).toContain('B. Two, 22 November 2026, valid until 22 May 2027');
		expect(text).toContain(CONDITION);
	});

	test('that changed since says so, and which files', () => {
		const text = words('patterns/reply-drafts');
		expect(text).toContain('Changed since approval');
		expect(text).toContain('This page is not what was approved');
		expect(text).toContain('pattern.mdx (changed)');
	});

	test('whose review is late says since when, and stands after the others in the list', () => {
		expect(words(`patterns/${LATE}`)).toContain('The review was due on 1 October 2026.');
		const list = page('patterns');
		const at = (id: string) => list.indexOf(`href="/patterns/${id}/"`);
		expect(at(LATE)).toBeGreaterThan(at(LETTERS));
		expect(at(LETTERS)).toBeGreaterThan(0);
	});

	test('says the same in its JSON', () => {
		expect(json(`api/v1/patterns/${LETTERS}.json`)).toMatchObject({
			state: { name: 'approved' },
			approval: { isWhatWasApproved: true, missingSeats: [] },
		});
		expect(json('api/v1/patterns/reply-drafts.json')).toMatchObject({
			state: { name: 'changed', duty: expect.stringContaining('Use the approved version') },
			approval: { isWhatWasApproved: false },
		});
	});
});

describe('a pattern in use', () => {
	test('names its use cases with their tier, stage and team', () => {
		const text = words(`patterns/${LETTERS}`);
		expect(text).toContain('1 use case, and it is live.');
		expect(text).toMatch(/1 of 5\. Live use cases: 1/);
		expect(text).toMatch(/Warranty desk .*Went live 20 Nov 2026/);
		expect(words('patterns/reply-drafts')).toContain('No use cases yet.');
	});

	test('shows a waived control with its end and what stands in for it', () => {
		const html = page(`patterns/${LETTERS}`);
		const row = /<tr id="ctl-shelf-watch">[\s\S]*?<\/tr>/.exec(html)?.[0];
		expect(row).toContain('Waived until 31 December 2026.');
		expect(row).toContain('The post room reads fifty labels by hand each week.');
		expect(words(`patterns/${LETTERS}`)).toContain('1 waived until a date');
	});

	test('shows who is trained, and where the record is', () => {
		const text = words(`patterns/${LETTERS}`);
		expect(text).toContain('has finished the training, the last on 12 November 2026.');
		expect(words(`patterns/${LETTERS}/evidence`)).toContain('reporting issues. Course list');
		expect(words('patterns/reply-drafts')).toContain('who has finished is not recorded yet');
	});
});

test('a use case leads to its pattern, and its page never says that no pattern uses it', () => {
	for (const [path, since] of [
		['use-cases', 'Went live'],
		['use-cases/warranty-desk', 'Live since'],
	] as const) {
		expect(page(path)).toContain(`href="/patterns/${LETTERS}/"`);
		expect(words(path)).toContain(`${since} 20 Nov 2026`);
		expect(words(path)).not.toContain('No pattern yet');
	}
});

test('a model near its end says when, which patterns must move, and where to', () => {
	const text = words('models/leaving');
	expect(text).toContain('Retires in 28 days, on 20 December 2026.');
	expect(text).toMatch(
		/1 pattern must move and be evaluated again\. Its fallback is Large model\./,
	);
	expect(words('models')).toContain('In 28 days');
});

describe('a prompt', () => {
	const path = `prompts/${DRAFTS_PROMPT}`;

	test('keeps a page and a download for every released version', async () => {
		expect(words(`${path}/1.0.0`)).toContain('1.1.0 has replaced this version.');
		const download = readFileSync(join(dist, `${path}@1.0.0.prompt`), 'utf8');
		const house = await Files.house();
		expect(download).toBe(house.text(`patterns/reply-drafts/${path}.prompt`));
	});

	test('shows what changed between two versions, line by line', () => {
		const html = page(`${path}/compare/1.0.0-to-1.1.0`);
		expect(html).toMatch(/<tr class="add"[\s\S]*?Treat a repeat of a letter as the first one\./);
		expect(page(path)).toContain(`/${path}/compare/1.0.0-to-1.1.0/`);
	});
});

test('the address of a withdrawn entry says why it is gone, and what to take instead', () => {
	const text = words('patterns/old-sorting');
	expect(text).toContain('This pattern was withdrawn on 20 November 2026.');
	expect(text).toMatch(/Its word list sent urgent letters to the wrong shelf\s*\./);
	expect(page('patterns/old-sorting')).toContain(`href="/patterns/${LETTERS}/"`);
	expect(page('patterns')).not.toContain('old-sorting');
});

test('no link of such a site is dead', () => {
	const site = openSite(dist, url);
	const dead = faults(readPages(dist), (element, { path }) =>
		addressesOf(element)
			.map((address) => site.follow(address, path))
			.find((target) => typeof target === 'string'),
	);
	expect(dead).toEqual([]);
	expect(existsSync(join(dist, 'index.html'))).toBe(true);
});
