import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/keyboard.ts';
import { type PublishedPattern, publishedPatterns } from '#tests/e2e/support/published.ts';

const BOTH = 'patterns/?tier=medium&connector=letter-desk';

const rows = (page: Page) =>
	page.getByRole('main').locator('tbody th[scope=row]').getByRole('link');
const search = (page: Page) => page.getByRole('searchbox', { name: /^Find in / });
const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const filters = (page: Page) => page.getByRole('complementary', { name: 'Filters' });
const chips = (page: Page) => page.getByRole('button', { name: ', remove filter' });
const queryOf = (page: Page) => new URL(page.url()).search;

const group = (page: Page, facet: string) =>
	filters(page).getByRole('group', { name: facet, exact: true });
const box = (page: Page, facet: string, value: string) =>
	group(page, facet).getByRole('checkbox', { name: new RegExp(`^${value}`) });
const fold = (page: Page, facet: string) =>
	filters(page)
		.locator('summary')
		.filter({ hasText: new RegExp(`^\\s*${facet}`) });

const has = (facet: string, value: string) => (pattern: PublishedPattern) =>
	pattern.facets[facet]?.includes(value) === true;
const titles = (patterns: readonly PublishedPattern[]) => patterns.map(({ title }) => title);

/** The list, and the number above it, are those of the published patterns given. */
async function expectList(
	page: Page,
	wanted: readonly PublishedPattern[],
	all: readonly PublishedPattern[],
) {
	// A list of none or of all would pass without any filter at work.
	expect(wanted.length).toBeGreaterThan(0);
	expect(wanted.length).toBeLessThan(all.length);
	await expect(rows(page)).toHaveText(titles(wanted));
	const count = `${wanted.length} of ${all.length} patterns`;
	await expect(page.getByRole('heading', { level: 2, name: count, exact: true })).toBeVisible();
}

test.describe('on a desktop', { tag: '@desktop' }, () => {
	test('filters of two groups leave the patterns that fit both, and say how many', async ({
		page,
		request,
	}) => {
		const all = await publishedPatterns(request);
		const medium = all.filter(has('tier', 'medium'));
		const both = medium.filter(has('connector', 'letter-desk'));

		await page.goto('patterns/');
		await box(page, 'Risk tier', 'Medium').check();
		await expectList(page, medium, all);
		await fold(page, 'Connector').click();
		await box(page, 'Connector', 'Letter desk').check();
		await expectList(page, both, all);
		expect(queryOf(page)).toBe('?tier=medium&connector=letter-desk');
	});

	test('the count beside a value says what choosing it would give', async ({ page, request }) => {
		const all = await publishedPatterns(request);
		const low = all.filter(has('tier', 'low'));
		const withDesk = all.filter(has('connector', 'letter-desk'));
		const lowWithDesk = low.filter(has('connector', 'letter-desk'));

		await page.goto('patterns/');
		await expect(box(page, 'Risk tier', 'Low')).toHaveAccessibleName(
			new RegExp(`^Low\\s*${low.length}$`),
		);
		await page.goto('patterns/?connector=letter-desk');
		await expect(rows(page)).toHaveText(titles(withDesk));
		await expect(box(page, 'Risk tier', 'Low')).toHaveAccessibleName(
			new RegExp(`^Low\\s*${lowWithDesk.length}$`),
		);
	});

	test('loading the page again keeps filters, words, sort, groups and columns', async ({
		page,
		request,
	}) => {
		const all = await publishedPatterns(request);
		const both = all.filter(has('tier', 'medium')).filter(has('connector', 'letter-desk'));
		await page.goto(`${BOTH}&q=letter&sort=-review-by&by=owner&hide=owner`);
		await page.reload();
		await expect(box(page, 'Risk tier', 'Medium')).toBeChecked();
		await expect(box(page, 'Connector', 'Letter desk')).toBeChecked();
		await expect(search(page)).toHaveValue('letter');
		await expect(head(page, 'Review by')).toHaveAttribute('aria-sort', 'descending');
		await expect(page.getByRole('combobox', { name: 'Group by' })).toHaveValue('owner');
		await expect(head(page, 'Owner')).toBeHidden();
		await expectList(page, both, all);
	});

	test('the back button takes the last filter away again', async ({ page, request }) => {
		const all = await publishedPatterns(request);
		const medium = all.filter(has('tier', 'medium'));
		await page.goto('patterns/');
		await box(page, 'Risk tier', 'Medium').check();
		await fold(page, 'Connector').click();
		await box(page, 'Connector', 'Letter desk').check();
		await expect(page).toHaveURL(/connector=letter-desk$/);

		await page.goBack();
		await expect(box(page, 'Connector', 'Letter desk')).not.toBeChecked();
		await expectList(page, medium, all);
		expect(queryOf(page)).toBe('?tier=medium');
		await page.goBack();
		await expect(rows(page)).toHaveText(titles(all));
		expect(queryOf(page)).toBe('');
	});

	test('pressing a column sorts by it, pressing it again turns the order round', async ({
		page,
		request,
	}) => {
		const all = await publishedPatterns(request);
		const byTier = ['low', 'medium', 'high'].flatMap((tier) => all.filter(has('tier', tier)));
		expect(titles(byTier)).not.toEqual(titles(all));
		await page.goto('patterns/');
		const tier = head(page, 'Tier').getByRole('button');
		await tier.click();
		await expect(rows(page)).toHaveText(titles(byTier));
		await expect(page).toHaveURL(/\?sort=tier$/);
		await tier.click();
		await expect(page).toHaveURL(/\?sort=-tier$/);
		const down = ['high', 'medium', 'low'].flatMap((one) => all.filter(has('tier', one)));
		await expect(rows(page)).toHaveText(titles(down));
		await tier.click();
		await expect(rows(page)).toHaveText(titles(all));
		expect(queryOf(page)).toBe('');
	});

	test('groups follow the field the reader chooses', async ({ page, request }) => {
		const all = await publishedPatterns(request);
		const byTier = ['low', 'medium', 'high'].flatMap((tier) => all.filter(has('tier', tier)));
		await page.goto('patterns/');
		await page.getByRole('combobox', { name: 'Group by' }).selectOption('Risk tier');
		await expect(page).toHaveURL(/\?by=tier$/);
		await expect(rows(page)).toHaveText(titles(byTier));
		await expect(page.locator('th[scope=rowgroup]').first()).toContainText('Low');
	});

	test('the list as it is shown can be taken along as CSV, and its address copied', async ({
		page,
		context,
		request,
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const medium = (await publishedPatterns(request)).filter(has('tier', 'medium'));
		await page.goto('patterns/?tier=medium');
		await expect(rows(page)).toHaveText(titles(medium));
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: 'CSV' }).click();
		const file = await (await download).path();
		const lines = readFileSync(file, 'utf8').trim().split('\r\n');
		expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(medium.map(({ id }) => id));
		await page.getByRole('button', { name: 'Copy link' }).click();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
	});

	test('taking a chip away takes away its filter alone', async ({ page, request }) => {
		const all = await publishedPatterns(request);
		await page.goto(BOTH);
		await expect(chips(page)).toHaveText([/Risk tier: Medium/, /Connector: Letter desk/]);
		await chips(page).filter({ hasText: 'Risk tier' }).click();
		await expect(chips(page)).toHaveText([/Connector: Letter desk/]);
		await expect(box(page, 'Risk tier', 'Medium')).not.toBeChecked();
		await expectList(page, all.filter(has('connector', 'letter-desk')), all);
		expect(queryOf(page)).toBe('?connector=letter-desk');
	});

	test('clear all brings every pattern back and leaves the sort', async ({ page, request }) => {
		const all = await publishedPatterns(request);
		await page.goto(`${BOTH}&q=letter&sort=changed`);
		await page.getByRole('listitem').getByRole('button', { name: 'Clear all' }).click();
		await expect(rows(page)).toHaveCount(all.length);
		await expect(chips(page)).toHaveCount(0);
		await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
		expect(queryOf(page)).toBe('?sort=changed');
	});

	test('a question finds what the search finds, and part of a name is enough', async ({ page }) => {
		await page.goto('patterns/');
		await search(page).fill('envelope classification');
		await expect(rows(page)).toHaveText(['Letter sorting']);
		await search(page).fill('letter sor');
		await expect(rows(page).first()).toHaveText('Letter sorting');
	});

	test('without a match the nearest filters to leave out are offered', async ({
		page,
		request,
	}) => {
		const all = await publishedPatterns(request);
		const medium = all.filter(has('tier', 'medium'));
		await page.goto('patterns/?tier=medium&q=nosuchword');
		await expect(
			page.getByRole('heading', { name: 'No patterns match all of these filters' }),
		).toBeVisible();
		const way = page.getByRole('listitem').filter({ hasText: 'Without the words “nosuchword”' });
		await expect(way).toContainText(`${medium.length} pattern`);
		await way.getByRole('button').click();
		await expectList(page, medium, all);
	});

	test('a pattern is found and opened with the keyboard alone', async ({ page }) => {
		await page.goto('patterns/');
		await tabTo(page, box(page, 'Risk tier', 'Medium'));
		await page.keyboard.press('Space');
		await tabTo(page, fold(page, 'Connector'));
		await page.keyboard.press('Enter');
		await tabTo(page, box(page, 'Connector', 'Letter desk'));
		await page.keyboard.press('Space');
		await expect(page).toHaveURL(/\?tier=medium&connector=letter-desk$/);
		await tabTo(page, rows(page).filter({ hasText: 'Letter sorting' }));
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Letter sorting');
	});

	test('a chip taken away with the keyboard hands the focus to the next', async ({ page }) => {
		await page.goto(BOTH);
		await tabTo(page, chips(page).filter({ hasText: 'Risk tier' }));
		await page.keyboard.press('Enter');
		await expect(chips(page)).toHaveCount(1);
		await expect(chips(page)).toBeFocused();
	});
});

test('on a phone the filters open as a sheet that says what it will show', {
	tag: '@phone',
}, async ({ page, request }) => {
	const all = await publishedPatterns(request);
	const medium = all.filter(has('tier', 'medium'));
	await page.goto('patterns/');
	await expect(filters(page)).toBeHidden();
	await page.getByRole('button', { name: 'Filters' }).click();
	await box(page, 'Risk tier', 'Medium').check();
	await filters(page)
		.getByRole('button', { name: `Show ${medium.length}`, exact: true })
		.click();
	await expect(filters(page)).toBeHidden();
	await expectList(page, medium, all);
});

test('the question of a list shows what is cleared for the data you will send', async ({
	page,
}) => {
	await page.goto('connectors/?data=restricted');
	const restricted = await rows(page).allTextContents();
	await page.goto('connectors/');
	const all = await rows(page).allTextContents();
	expect(restricted.length).toBeGreaterThan(0);
	expect(restricted.length).toBeLessThan(all.length);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the whole list is there, and no filter that would do nothing', async ({
		page,
		request,
	}) => {
		await page.goto('patterns/');
		await expect(rows(page)).toHaveText(titles(await publishedPatterns(request)));
		await expect(page.locator('.facet:visible')).toHaveCount(0);
		await expect(page.getByRole('searchbox', { name: /^Find in / })).toHaveCount(0);
	});

	test('the question of a list and its columns still work', { tag: '@desktop' }, async ({
		page,
	}) => {
		await page.goto('connectors/');
		const all = await rows(page).count();
		await page.getByRole('radio', { name: /^Restricted/ }).check();
		const left = rows(page).locator('visible=true');
		expect(await left.count()).toBeGreaterThan(0);
		expect(await left.count()).toBeLessThan(all);
		await page.getByText('Columns', { exact: true }).click();
		const column = page.getByRole('checkbox').locator('visible=true').first();
		const name = (await column.locator('..').textContent())?.trim() ?? '';
		await expect(head(page, name)).toBeVisible();
		await column.uncheck();
		await expect(head(page, name)).toBeHidden();
	});
});
