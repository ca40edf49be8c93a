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
	await page.getByRole('searchbox', { name: 'Filter by word' }).fill('support case');
	await at('patterns/?q=support+case');
	await main.getByRole('link', { name: 'Support case triage', exact: true }).click();
	await at('patterns/support-case-triage/');
	await main.getByRole('link', { name: 'triage-classify', exact: true }).first().click();
	await at('prompts/triage-classify/');
	await page.keyboard.press('/');
	await page.keyboard.type('ticket classification');
	const found = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
	await expect(found.first()).toContainText('Support case triage');
	await page
		.getByRole('dialog')
		.getByRole('link', { name: /^All \d+ results$/ })
		.click();
	await at('search/?q=ticket+classification');
	await main
		.locator('.search-group')
		.getByRole('heading', { level: 3 })
		.first()
		.getByRole('link')
		.click();
	await at('patterns/support-case-triage/');
	expect(outside).toEqual([]);
});
