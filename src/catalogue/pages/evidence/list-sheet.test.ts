import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, checkAmongSound, entry, textsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { packsDocument } from '../../export/evidence/document.ts';
import { packOf } from '../../judge/evidence/pack.ts';
import { sheetHtml } from '../../print/html/page.ts';
import { sectionsOf } from '../../print/json.ts';
import { packsPages, packsSheet } from './list-sheet.ts';
import { packSheet } from './pack-sheet.ts';
import { MOST_PACKS } from './paths.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const others = [entry('patterns'), entry('prompts'), entry('controls'), entry('models')];

test('without use cases and approvals the pages say what to do', () => {
	const catalogue = catalogueOf(...others);
	const pages = packsPages(catalogue);
	expect(pages).toHaveLength(2);
	for (const page of pages) {
		const sheet = packsSheet(page, catalogue);
		const said = JSON.stringify(sectionsOf(sheet, undefined, contextOf(catalogue, url)));
		expect(said).toContain('npm run catalogue -- ');
	}
});

test('two thousand use cases are on pages of their own, and the list stays a line each', () => {
	const uses = Array.from({ length: 2000 }, (_, at) =>
		entry('use-cases', `use-${at}`, { title: `Use number ${at}` }),
	);
	const catalogue = catalogueOf(...others, ...uses);
	const pages = packsPages(catalogue).filter(({ of }) => of === 'use-cases');
	expect(pages).toHaveLength(2000 / MOST_PACKS);
	const [first] = pages;
	if (!first) throw new Error('there is a page');
	const context = contextOf(catalogue, url);
	const sections = sectionsOf(packsSheet(first, catalogue), undefined, context);
	expect(gzipSync(JSON.stringify(sections)).length).toBeLessThan(6000);
	const { packs } = packsDocument(context);
	expect(packs).toHaveLength(2000);
	expect(JSON.stringify(packs).length / packs.length).toBeLessThan(500);
});

test('each pack can be read as a page, taken as data and downloaded', () => {
	const catalogue = catalogueOf(...others, entry('use-cases', 'desk'));
	const [page] = packsPages(catalogue);
	if (!page) throw new Error('there is a page');
	const context = contextOf(catalogue, url);
	const html = sheetHtml(packsSheet(page, catalogue), { ...context, path: '/evidence/' });
	const pack = 'evidence/use-cases/desk';
	for (const to of [`${pack}/"`, `api/v1/${pack}.json"`, `${pack}/desk-evidence.zip"`])
		expect(html).toContain(to);
});

test('no text of an entry becomes markup in the file to read', () => {
	const hostile = '<script>alert(1)</script> "quoted" & <b>';
	const use = entry('use-cases', 'office-summary', { title: hostile, businessOwner: hostile });
	const catalogue = catalogueOf(...others, use);
	const pack = packOf(use, catalogue);
	if (!pack) throw new Error('there is a pack');
	const context = contextOf(catalogue, url);
	const html = sheetHtml(packSheet(pack, catalogue), { ...context, path: '/evidence/' });
	expect(html).not.toContain('<script');
	expect(html).toContain('&lt;script&gt;');
});

test('an item that nothing can show is a finding at its place', async () => {
	const policy = entry('policy', 'policy', {
		evidencePack: [
			...minimal.policy().evidencePack,
			{ item: 'Something else', from: 'low', frameworks: [] },
		],
	});
	const { findings } = await checkAmongSound(textsOf(policy));
	const found = findings.filter(({ file }) => file === 'content/policy.yaml');
	expect(found).toHaveLength(1);
	expect(found[0]).toMatchObject({
		severity: 'error',
		message: expect.stringContaining('has nothing that shows it'),
	});
	expect(found[0]?.line).toBeGreaterThan(1);
});
