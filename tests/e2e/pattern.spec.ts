import { expect, type Page, test } from '@playwright/test';
import { PATTERN } from '#tests/e2e/support/pages.ts';
import { publishedPattern } from '#tests/e2e/support/published.ts';

/** The order every reader of any pattern may rely on. */
const PARTS = [
	'Fit',
	'Architecture',
	'Risks and controls',
	'Evaluation and metrics',
	'Rollout and support',
];

const parts = (page: Page) => page.locator('details.fold');
const part = (page: Page, title: string) =>
	parts(page).filter({ has: page.getByRole('heading', { level: 2, name: title }) });
const contents = (page: Page) => page.getByRole('navigation', { name: 'On this page' });
const drawing = (page: Page) => page.getByRole('group', { name: /^Architecture of/ });
const nodeTable = (page: Page) =>
	page.getByRole('table', { name: 'Nodes of the architecture in order of steps' });
/** Opens a folded part as a reader does. */
const open = (page: Page, title: string) => part(page, title).locator(':scope > summary').click();

test('what a reader decides by is on the first screen, on a desk and on a phone', async ({
	page,
}) => {
	await page.goto(PATTERN);
	await expect(page.getByRole('region', { name: 'Can I use it?' })).toBeInViewport({ ratio: 1 });
	await expect(
		page.getByRole('heading', { name: 'Use it when', exact: true }).first(),
	).toBeInViewport();
	await expect(page.getByRole('heading', { name: 'Do not use it when' }).first()).toBeInViewport();
	await expect(page.getByRole('link', { name: 'Get the starter' })).toBeInViewport();
});

test('a page is three screens long before anything is opened, and six on a phone', async ({
	page,
	isMobile,
}) => {
	await page.goto(PATTERN);
	const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
	expect(screens).toBeLessThanOrEqual(isMobile ? 6 : 3);
});

test('five parts are there in their order, closed, each with its conclusion', async ({ page }) => {
	await page.goto(PATTERN);
	const titles = parts(page).getByRole('heading', { level: 2 });
	expect(await titles.allTextContents()).toEqual(PARTS);
	for (const fold of await parts(page).all()) {
		await expect(fold).not.toHaveAttribute('open');
		expect((await fold.locator('.fa').textContent())?.length).toBeGreaterThan(20);
	}
});

test('the list of parts leads into each, opens it, and marks the place', {
	tag: '@desktop',
}, async ({ page }) => {
	await page.goto(PATTERN);
	const here = contents(page).locator('[aria-current="location"]');
	for (const title of ['Risks and controls', 'Rollout and support', 'Fit']) {
		await contents(page).getByRole('link', { name: title }).click();
		await expect(part(page, title)).toHaveAttribute('open', '');
		await expect(here).toHaveText(title);
	}
});

test('on a phone the list of parts opens as a sheet and closes on a choice', {
	tag: '@phone',
}, async ({ page }) => {
	await page.goto(PATTERN);
	await expect(contents(page)).toBeHidden();
	await page.getByRole('button', { name: 'On this page' }).tap();
	await contents(page).getByRole('link', { name: 'Evaluation and metrics' }).tap();
	await expect(contents(page)).toBeHidden();
	await expect(part(page, 'Evaluation and metrics')).toHaveAttribute('open', '');
});

test('an address of any section or row opens what it is folded into', async ({ page }) => {
	for (const id of ['controls', 'tier', 'starter', 'used-by', 'node-O3']) {
		await page.goto('about:blank');
		await page.goto(`${PATTERN}#${id}`);
		await expect(page.locator(`details:not([open]) #${id}`)).toHaveCount(0);
		await expect(page.locator(`#${id}`)).toBeInViewport();
	}
});

test('a reference in a table opens the folded row it names', { tag: '@desktop' }, async ({
	page,
}) => {
	await page.goto(PATTERN);
	await open(page, 'Risks and controls');
	await expect(nodeTable(page)).toBeHidden();
	const reference = part(page, 'Risks and controls').locator('a.ref').first();
	const named = (await reference.getAttribute('href')) ?? '';
	await reference.click();
	await expect(nodeTable(page).locator(named)).toBeInViewport();
});

test('a risk in the grid leads to its row, and a control in that row to its own', {
	tag: '@desktop',
}, async ({ page }) => {
	await page.goto(`${PATTERN}#risks`);
	await page
		.getByRole('table', { name: /how likely, and how bad/ })
		.getByRole('link')
		.first()
		.click();
	const row = page.locator('tr:target');
	await expect(row).toBeInViewport();
	await row.locator('a[href^="#ctl-"]').first().click();
	await expect(page.locator('tr[id^="ctl-"]:target')).toBeInViewport();
});

test('the button beside a heading copies the address of its section', {
	tag: '@desktop',
}, async ({ page, context, baseURL }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(PATTERN);
	await open(page, 'Risks and controls');
	await page.getByRole('button', { name: 'Copy link to Controls' }).click();
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	await expect.poll(copied).toBe(`${baseURL}${PATTERN}#controls`);
});

test('the question about data opens the form in place, and the form answers @base', async ({
	page,
}) => {
	await page.goto(PATTERN);
	await page.locator('summary', { hasText: 'Does it fit my data?' }).click();
	await page.getByLabel('Most sensitive data').selectOption({ label: 'Restricted' });
	await expect(page.locator('[data-tier]')).toContainText('No, it does not fit as it is.');
	expect(new URL(page.url()).pathname).toMatch(/letter-sorting\/$/);
});

test('what is said in short is in full on the page of evidence', async ({ page }) => {
	await page.goto(`${PATTERN}#controls`);
	await page.getByRole('link', { name: /^How each control is met/ }).click();
	await expect(page).toHaveURL(/letter-sorting\/evidence\/#controls$/);
	await expect(page.getByRole('columnheader', { name: 'How it is met' })).toHaveCount(1);
});

test('one drawing is shown, as wide or as tall as the screen asks', async ({ page, isMobile }) => {
	await page.goto(`${PATTERN}#architecture`);
	await expect(drawing(page)).toHaveCount(1);
	const size = await drawing(page).boundingBox();
	if (!size) throw new Error('The drawing has no box.');
	const isTall = size.height > size.width;
	expect(isTall).toBe(isMobile);
	await expect(drawing(page)).toHaveAccessibleName(/Letter sorting/i);
});

test('the table beside the drawing has a row for every node', async ({ page, request }) => {
	const { architecture } = await publishedPattern(request, 'letter-sorting');
	await page.goto(`${PATTERN}#architecture`);
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

	test('a link into a folded part opens it', async ({ page }) => {
		await page.goto(PATTERN);
		await page.getByRole('link', { name: /^Why / }).click();
		await expect(page.locator('#tier')).toBeInViewport();
	});

	test('every part can be opened and read', async ({ page }) => {
		await page.goto(PATTERN);
		await expect(parts(page)).toHaveCount(PARTS.length);
		const folded = page.locator('details:not([open]) > summary');
		for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
		await expect(folded).toHaveCount(0);
		await expect(drawing(page)).toBeVisible();
		await expect(nodeTable(page)).toBeVisible();
		await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
	});

	test('the question about data leads to the page that answers it', async ({ page }) => {
		await page.goto(PATTERN);
		await page.locator('summary', { hasText: 'Does it fit my data?' }).click();
		await page.getByRole('link', { name: 'Check your own data' }).click();
		await expect(page).toHaveURL(/\/copy\/#fill$/);
	});
});
