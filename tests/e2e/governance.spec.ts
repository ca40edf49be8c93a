import { expect, type Page, test } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/keyboard.ts';
import { publishedPattern, publishedPatterns } from '#tests/e2e/support/published.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('the page of a risk lists every pattern that answers it', async ({ page, request }) => {
	const all = await publishedPatterns(request);
	const facts = await Promise.all(all.map(({ id }) => publishedPattern(request, id)));
	const listing = all.filter((_, at) =>
		facts[at]?.risks.some(({ risk }) => risk === 'prompt-injection'),
	);
	expect(listing.length).toBeGreaterThan(0);
	expect(listing.length).toBeLessThan(all.length);

	await page.goto('risks/prompt-injection/');
	const table = page.getByRole('table', { name: 'Patterns that list this risk' });
	await expect(table.getByRole('rowheader').getByRole('link')).toHaveText(
		listing.map((pattern) => pattern.title).sort((a, b) => a.localeCompare(b, 'en-GB')),
	);
});

test('from a risk a reader reaches what a pattern does about it', async ({ page }) => {
	await page.goto('risks/');
	await page.getByRole('main').getByRole('link', { name: 'Prompt injection', exact: true }).click();
	const table = page.getByRole('table', { name: 'Patterns that list this risk' });
	await table.getByRole('link', { name: 'Letter sorting' }).click();
	await expect(title(page)).toHaveText('Letter sorting');
	// The part that holds the risks is folded until an address points into it.
	await page.goto(`${page.url()}#risks`);
	const closure = page.getByRole('table', {
		name: 'What prevents, detects and corrects each risk, and what remains',
	});
	const row = closure.getByRole('row').filter({ hasText: 'Prompt injection' }).first();
	await expect(row.getByRole('link', { name: 'Injection screen' })).toBeVisible();
});

test('from a control to its evidence and on to HL01:2026 with the keyboard alone', {
	tag: '@desktop',
}, async ({ page }) => {
	await page.goto('controls/');
	const control = page.getByRole('main').getByRole('link', {
		name: 'Injection screen',
		exact: true,
	});
	await tabTo(page, control);
	await page.keyboard.press('Enter');
	await expect(title(page)).toHaveText('Injection screen');
	const evidence = page.locator('section').filter({
		has: page.getByRole('heading', { name: 'What counts as evidence', exact: true }),
	});
	await expect(evidence.getByRole('listitem').first()).toContainText('How long it is valid:');

	await tabTo(page, page.getByRole('link', { name: 'HL01:2026', exact: true }));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/frameworks\/house-list-2026\/#hl01-2026$/);
	const item = page.locator('#hl01-2026');
	await expect(item).toContainText('HL01:2026');
	await expect(item).toBeInViewport();
	await expect(item.getByRole('link', { name: 'Injection screen' })).toBeVisible();
});

test('an address of an item inside a folded group opens the group', { tag: '@desktop' }, async ({
	page,
}) => {
	await page.goto('frameworks/long-list-2026/');
	const row = page.locator('details:not([open]) tr[id]').first();
	const id = await row.getAttribute('id');
	await page.goto(`frameworks/long-list-2026/#${id}`);
	await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('on a phone the menu leads to every list', { tag: '@phone' }, async ({ page }) => {
	await page.goto('');
	await page.getByRole('button', { name: 'Menu' }).tap();
	const menu = page.getByRole('navigation', { name: 'Menu' });
	await menu.getByRole('link', { name: 'Guides' }).tap();
	await expect(title(page)).toHaveText('Guides');
});
