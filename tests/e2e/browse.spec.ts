import { expect, type Page, test } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/keyboard.ts';
import { type PublishedPattern, publishedPatterns } from '#tests/e2e/support/published.ts';

const BOTH = 'patterns/?tier=medium&connector=letter-desk';

const rows = (page: Page) => page.getByRole('main').getByRole('heading', { level: 3 });
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

	test('loading the page again keeps filters, words, sort and view', async ({ page, request }) => {
		const all = await publishedPatterns(request);
		const both = all.filter(has('tier', 'medium')).filter(has('connector', 'letter-desk'));
		await page.goto(`${BOTH}&q=letter&sort=review&view=cards`);
		await page.reload();
		await expect(box(page, 'Risk tier', 'Medium')).toBeChecked();
		await expect(box(page, 'Connector', 'Letter desk')).toBeChecked();
		await expect(page.getByRole('searchbox', { name: 'Filter by word' })).toHaveValue('letter');
		await expect(page.getByRole('combobox', { name: 'Sort' })).toHaveValue('review');
		await expect(page.getByRole('radio', { name: 'Cards' })).toBeChecked();
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

	test('sorting by tier puts the lightest first', async ({ page, request }) => {
		const all = await publishedPatterns(request);
		const byTier = ['low', 'medium', 'high'].flatMap((tier) => all.filter(has('tier', tier)));
		expect(titles(byTier)).not.toEqual(titles(all));
		await page.goto('patterns/');
		await page.getByRole('combobox', { name: 'Sort' }).selectOption('Tier, lightest first');
		await expect(rows(page)).toHaveText(titles(byTier));
		await expect(page).toHaveURL(/\?sort=tier$/);
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

	test('words are found in other names as well', async ({ page }) => {
		await page.goto('patterns/');
		await page.getByRole('searchbox', { name: 'Filter by word' }).fill('envelope classification');
		await expect(rows(page)).toHaveText(['Letter sorting']);
	});

	test('without a match the nearest filters to leave out are offered', async ({
		page,
		request,
	}) => {
		const all = await publishedPatterns(request);
		const medium = all.filter(has('tier', 'medium'));
		await page.goto('patterns/?tier=medium&q=nosuchword');
		await expect(rows(page)).toHaveText(['No patterns match all of these filters']);
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
		await tabTo(page, rows(page).getByRole('link', { name: 'Letter sorting' }));
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
		.getByRole('button', { name: `Show ${medium.length} patterns` })
		.click();
	await expect(filters(page)).toBeHidden();
	await expectList(page, medium, all);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the whole list is there, and no filter that would do nothing', async ({
		page,
		request,
	}) => {
		await page.goto('patterns/');
		await expect(rows(page)).toHaveText(titles(await publishedPatterns(request)));
		await expect(page.getByRole('checkbox')).toHaveCount(0);
		await expect(page.getByText('Filters need JavaScript')).toBeVisible();
	});
});
