import { expect, type Page, test } from '@playwright/test';
import { type PublishedPattern, publishedPatterns } from '#tests/e2e/support/published.ts';

const table = (page: Page) => page.getByRole('table', { name: 'Comparison of patterns' });
const field = (page: Page) => page.getByLabel('Add a pattern');
const add = (page: Page) => page.getByRole('button', { name: 'Add', exact: true });
const heads = (page: Page) =>
	table(page).getByRole('columnheader').getByRole('link').filter({
		hasNotText: /^$/,
	});

let all: PublishedPattern[];
test.beforeEach(async ({ request }) => {
	all = await publishedPatterns(request);
	expect(all.length).toBeGreaterThan(4);
});
const ids = (count: number) => all.slice(0, count).map(({ id }) => id);
const titles = (count: number) => all.slice(0, count).map(({ title }) => title);
const address = (list: readonly string[]) =>
	`compare/?${list.map((id, at) => `${'abcd'.charAt(at)}=${id}`).join('&')}`;

test('an address shows its patterns side by side, with what differs @base', async ({ page }) => {
	await page.goto(address(ids(3)));
	await expect(heads(page)).toHaveText(titles(3));
	for (const [at, { facets }] of all.slice(0, 3).entries()) {
		const row = table(page).getByRole('row', { name: /^Tier/ });
		await expect(row.getByRole('cell').nth(at)).toHaveText(new RegExp(facets.tier?.[0] ?? '', 'i'));
	}
	const rows = table(page).getByRole('row');
	const before = await rows.count();
	await page.getByLabel('Show differences only').check();
	expect(await rows.count()).toBeLessThan(before);
	await page.reload();
	await expect(page.getByLabel('Show differences only')).toBeChecked();
});

test('patterns are added by name and removed, and Back undoes it', async ({ page }) => {
	await page.goto('compare/');
	for (const title of titles(2)) {
		await field(page).fill(title);
		await add(page).click();
	}
	await expect(heads(page)).toHaveText(titles(2));
	expect(page.url()).toContain(`?a=${all[0]?.id}&b=${all[1]?.id}`);
	await table(page)
		.getByRole('link', { name: `Remove ${all[0]?.title}` })
		.click();
	await expect(heads(page)).toHaveText([all[1]?.title ?? '']);
	await expect(field(page)).toBeFocused();
	await page.goBack();
	await expect(heads(page)).toHaveText(titles(2));
});

test('the field says what is wrong with a name', async ({ page }) => {
	await page.goto(address(ids(4)));
	await field(page).fill('No such pattern');
	await add(page).click();
	await expect(field(page)).toHaveAccessibleDescription(
		'There is no pattern called “No such pattern”. Choose one from the list.',
	);
	await field(page).fill(all[0]?.title ?? '');
	await page.keyboard.press('Enter');
	await expect(field(page)).toHaveAccessibleDescription(
		`${all[0]?.title} is already in the table.`,
	);
	await field(page).fill(all[4]?.title ?? '');
	await page.keyboard.press('Enter');
	await expect(field(page)).toHaveAccessibleDescription(
		'You can compare 4 patterns. Remove one first.',
	);
});

test('an address with a pattern that is not there shows the others and says so', async ({
	page,
}) => {
	await page.goto(`${address(ids(1))}&b=no-such-pattern&c=../../x`);
	await expect(heads(page)).toHaveText(titles(1));
	await expect(field(page)).toHaveAccessibleDescription(
		'There is no pattern called “../../x” or “no-such-pattern”.',
	);
});

test('a filtered list of two to four patterns leads to their comparison @desktop', async ({
	page,
}) => {
	const [facet, value, count] = few();
	await page.goto(`patterns/?${facet}=${value}`);
	await page.getByRole('link', { name: `Compare these ${count}`, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare patterns');
	await expect(heads(page)).toHaveCount(count);
});

/** A filter of the list that two to four patterns pass. */
function few(): [facet: string, value: string, count: number] {
	for (const facet of ['tier', 'problem', 'data', 'outcome', 'connector']) {
		const counts = new Map<string, number>();
		for (const { facets } of all) {
			for (const value of facets[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		for (const [value, count] of counts) if (count > 1 && count < 5) return [facet, value, count];
	}
	throw new Error('No filter leaves two to four patterns.');
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the page explains itself and lists the pairs', async ({ page }) => {
		await page.goto(address(ids(2)));
		await expect(page.getByText('Comparing needs JavaScript')).toBeVisible();
		await expect(page.locator('compare-patterns')).toBeHidden();
		await expect(page.getByRole('heading', { name: 'Patterns that people compare' })).toBeVisible();
	});
});
