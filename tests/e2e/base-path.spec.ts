import { expect, test } from '@playwright/test';

test('home, browse, pattern, prompt and search lead to each other under the base', {
	tag: ['@base', '@desktop'],
}, async ({ page, baseURL }) => {
	const base = new URL(baseURL ?? '').pathname;
	const outside: string[] = [];
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (!pathname.startsWith(base)) outside.push(pathname);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) outside.push(`${response.status()} ${response.url()}`);
	});
	const main = page.getByRole('main');
	const at = async (path: string) => {
		await expect(page).toHaveURL(new URL(path, baseURL).href);
		// The keys work once the scripts of the page are there.
		await page.waitForLoadState();
	};

	await page.goto('');
	await main
		.getByRole('link', { name: /^Browse all/ })
		.first()
		.click();
	await at('patterns/');
	await page.getByRole('searchbox', { name: /^Find in / }).fill('letter');
	await at('patterns/?q=letter');
	await main.getByRole('link', { name: 'Letter sorting', exact: true }).click();
	await at('patterns/letter-sorting/');
	// The part that holds the prompts is folded until an address points into it.
	await page.goto('patterns/letter-sorting/#prompts');
	await main.getByRole('link', { name: 'sort-letter', exact: true }).first().click();
	await at('prompts/sort-letter/');
	await page.keyboard.press('/');
	await page.keyboard.type('letter');
	const found = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
	await expect(found.first()).toContainText('Letter sorting');
	await page
		.getByRole('dialog')
		.getByRole('link', { name: /^All \d+ results$/ })
		.click();
	await at('search/?q=letter');
	await main
		.locator('.search-group')
		.getByRole('heading', { level: 3 })
		.first()
		.getByRole('link')
		.click();
	await at('patterns/letter-sorting/');
	expect(outside).toEqual([]);
});
