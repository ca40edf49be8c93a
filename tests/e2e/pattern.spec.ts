import { expect, type Page, test } from '@playwright/test';
import { PATTERN } from '#tests/e2e/support/pages.ts';
import { publishedPattern } from '#tests/e2e/support/published.ts';

/** The order every reader of any pattern may rely on. */
const SECTIONS = [
	'1 Fit',
	'2 Architecture',
	'3 Connectors',
	'4 Prompts',
	'5 Starter',
	'6 Risk closure',
	'7 Controls',
	'8 Evaluation',
	'9 Telemetry',
	'10 Incident and rollback',
	'11 Metrics',
	'12 Rollout gates',
	'13 Skilling',
	'14 Used by',
	'15 Related',
	'16 Change log',
];
const PARTS = ['Decide', 'Build', 'Assure', 'Run', 'Record'];

const headings = (page: Page) =>
	page.getByRole('article').getByRole('heading', { level: 3, name: /^\d/ });
const contents = (page: Page) => page.getByRole('navigation', { name: 'On this page' });
const drawing = (page: Page) => page.getByRole('img', { name: /^Architecture of/ });
const nodeTable = (page: Page) =>
	page.getByRole('table', { name: 'Nodes of the architecture in order of steps' });

/** A number and its title stand in elements of their own, with or without a space between. */
const spaced = (texts: readonly string[]) =>
	texts.map((text) => text.trim().replace(/^(\d+)\s*/, '$1 '));

test('sixteen sections stand in their order with their numbers', async ({ page }) => {
	await page.goto(PATTERN);
	expect(spaced(await headings(page).allTextContents())).toEqual(SECTIONS);
	const parts = page.getByRole('article').getByRole('heading', { level: 2 });
	expect((await parts.allTextContents()).filter((title) => PARTS.includes(title))).toEqual(PARTS);
});

test('the section list leads to every section and marks the place', {
	tag: '@desktop',
}, async ({ page }) => {
	await page.goto(PATTERN);
	const here = contents(page).locator('[aria-current="location"]');
	for (const title of ['Risk closure', 'Telemetry', 'Fit']) {
		await contents(page).getByRole('link', { name: title }).click();
		await expect(here).toHaveText(new RegExp(title));
		await expect(headings(page).filter({ hasText: title })).toBeInViewport();
	}
	await page.locator('#rollout').evaluate((section) => section.scrollIntoView());
	await expect(here).toHaveText(/Rollout gates/);
});

test('on a phone the section list opens as a sheet and closes on a choice', {
	tag: '@phone',
}, async ({ page }) => {
	await page.goto(PATTERN);
	await expect(contents(page)).toBeHidden();
	await page.getByRole('button', { name: 'On this page' }).tap();
	await contents(page).getByRole('link', { name: 'Telemetry' }).tap();
	await expect(contents(page)).toBeHidden();
	await expect(headings(page).filter({ hasText: 'Telemetry' })).toBeInViewport();
});

test('an address that points into a folded part opens it', async ({ page }) => {
	await page.goto(`${PATTERN}#node-O3`);
	const row = page.locator('#node-O3');
	await expect(row).toBeVisible();
	await expect(row).toBeInViewport();
});

test('a reference in a table opens the folded row it names', { tag: '@desktop' }, async ({
	page,
}) => {
	await page.goto(PATTERN);
	await expect(nodeTable(page)).toBeHidden();
	const controls = page.locator('section.sec', { has: page.locator('#controls') });
	const reference = controls.locator('a.ref').first();
	const named = (await reference.getAttribute('href')) ?? '';
	await reference.click();
	await expect(nodeTable(page).locator(named)).toBeInViewport();
});

test('the button beside a heading copies the address of its section', {
	tag: '@desktop',
}, async ({ page, context, baseURL }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(PATTERN);
	await page.getByRole('button', { name: 'Copy link to Controls' }).click();
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	await expect.poll(copied).toBe(`${baseURL}${PATTERN}#controls`);
});

test('one drawing is shown, as wide or as tall as the screen asks', async ({ page, isMobile }) => {
	await page.goto(PATTERN);
	await expect(drawing(page)).toHaveCount(1);
	const size = await drawing(page).boundingBox();
	if (!size) throw new Error('The drawing has no box.');
	const isTall = size.height > size.width;
	expect(isTall).toBe(isMobile);
	await expect(drawing(page)).toHaveAccessibleName(/Support case triage/i);
});

test('the table beside the drawing has a row for every node', async ({ page, request }) => {
	const { architecture } = await publishedPattern(request, 'support-case-triage');
	await page.goto(PATTERN);
	await page.locator('summary').filter({ hasText: 'The drawing as a table' }).click();
	const rows = nodeTable(page)
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader') });
	expect(architecture.nodes.length).toBeGreaterThan(0);
	await expect(rows).toHaveCount(architecture.nodes.length);
});

test('on paper there is no navigation, and nothing stays folded', { tag: '@desktop' }, async ({
	page,
}) => {
	const folded = page.locator('details:not([open])');
	await page.goto(PATTERN);
	const before = await folded.count();
	expect(before).toBeGreaterThan(0);
	await page.emulateMedia({ media: 'print' });
	// What the browser itself sends around printing.
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await expect(page.getByRole('banner')).toHaveCount(0);
	await expect(page.getByRole('button')).toHaveCount(0);
	await expect(folded).toHaveCount(0);
	await expect(nodeTable(page)).toBeVisible();

	await page.emulateMedia({ media: 'screen' });
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(folded).toHaveCount(before);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every section can be read and every folded part opened', async ({ page }) => {
		await page.goto(PATTERN);
		await expect(headings(page)).toHaveCount(SECTIONS.length);
		await expect(drawing(page)).toBeVisible();
		const folded = page.locator('details:not([open]) > summary');
		for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
		await expect(folded).toHaveCount(0);
		await expect(nodeTable(page)).toBeVisible();
		await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
	});
});
