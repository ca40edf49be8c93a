import { expect, type Page, test } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/keyboard.ts';
import { PATTERN, pageTypes, visit } from '#tests/e2e/support/pages.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the catalogue' });
const field = (page: Page) => dialog(page).getByRole('combobox');
const options = (page: Page) => dialog(page).getByRole('option');
const results = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

async function type(page: Page, words: string) {
	await page.keyboard.press('/');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type(words);
}

test.describe('the dialog', { tag: '@desktop' }, () => {
	test('a slash opens it from every type of page but the search page', async ({ page }) => {
		test.slow();
		for (const type of pageTypes.filter(({ name }) => name !== 'search')) {
			await visit(page, type);
			await page.keyboard.press('/');
			await expect(field(page), type.name).toBeFocused();
		}
	});

	test('a slash goes to the field of the search page itself', async ({ page }) => {
		await page.goto('search/');
		await page.keyboard.press('/');
		await expect(page.getByRole('main').getByRole('searchbox')).toBeFocused();
		await expect(dialog(page)).toBeHidden();
	});

	test('a click on the search box of the header opens it', async ({ page }) => {
		await page.goto('');
		await page.getByRole('banner').getByRole('searchbox').click();
		await expect(field(page)).toBeFocused();
	});

	test('a slash typed into a field stays a slash', async ({ page }) => {
		await page.goto('patterns/');
		await page.getByRole('searchbox', { name: 'Filter by word' }).focus();
		await page.keyboard.press('/');
		await expect(page.getByRole('searchbox', { name: 'Filter by word' })).toHaveValue('/');
		await expect(dialog(page)).toBeHidden();
	});

	test('another name of a pattern puts that pattern first', async ({ page }) => {
		await page.goto('');
		await type(page, 'ticket classification');
		await expect(options(page).first()).toContainText('Support case triage');
		await expect(options(page).first()).toContainText('Also called ticket classification');
		await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
	});

	test('arrow keys move through the results and Enter opens the chosen one', async ({ page }) => {
		await page.goto('');
		await type(page, 'ticket classification');
		await expect(options(page).first()).toContainText('Support case triage');
		const selected = dialog(page).getByRole('option', { selected: true });
		const second = await options(page).nth(1).getAttribute('id');
		await page.keyboard.press('ArrowDown');
		await expect(selected).toHaveId(second ?? '');
		await expect(field(page)).toHaveAttribute('aria-activedescendant', second ?? '');
		await page.keyboard.press('ArrowUp');
		await expect(selected).toContainText('Support case triage');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/patterns\/support-case-triage\/(#.*)?$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Support case triage');
	});

	test('Escape closes it and gives the focus back', async ({ page }) => {
		await page.goto(PATTERN);
		const link = page
			.getByRole('navigation', { name: 'Main' })
			.getByRole('link', { name: 'Risks' });
		await tabTo(page, link);
		await type(page, 'triage');
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();
		await expect(link).toBeFocused();
	});

	test('the identifier of a framework item finds the risk it names', async ({ page }) => {
		await page.goto('');
		await type(page, 'LLM01:2026');
		await expect(
			options(page).and(page.locator('[href$="/risks/prompt-injection/"]')),
		).toContainText('Prompt injection');
	});

	test('a word that nothing has is named, and a near one offered', async ({ page }) => {
		await page.goto('');
		await type(page, 'zzqxjv');
		await expect(dialog(page)).toContainText('No entry has the word "zzqxjv".');
		await expect(options(page)).toHaveCount(0);
		await field(page).fill('promt injection');
		await expect(options(page)).toHaveText(/Did you mean prompt injection/);
		await page.keyboard.press('Enter');
		await expect(field(page)).toHaveValue('prompt injection');
		await expect(options(page).first()).toContainText(/prompt injection/i);
	});

	test('only one type is shown when its button is pressed', async ({ page }) => {
		await page.goto('');
		await type(page, 'prompt injection');
		const risks = dialog(page).getByRole('button', { name: /^Risks/ });
		await risks.click();
		await expect(risks).toHaveAttribute('aria-pressed', 'true');
		await expect(options(page).first()).toHaveAttribute('href', /\/risks\//);
		const addresses = await options(page).evaluateAll((all) =>
			all.map((option) => option.getAttribute('href')),
		);
		expect(addresses.filter((address) => !address?.includes('/risks/'))).toEqual([]);
	});

	test('nothing of search is requested before it opens', async ({ page }) => {
		const requests: string[] = [];
		page.on('request', (request) => {
			const { pathname } = new URL(request.url());
			requests.push(`${request.resourceType()} ${pathname}`);
		});
		await page.goto(PATTERN);
		await page.waitForLoadState('networkidle');
		const before = requests.splice(0);
		expect(before.filter((request) => /^(fetch|xhr)|pagefind|search/.test(request))).toEqual([]);
		expect(before).toContainEqual(expect.stringMatching(/^document /));

		await page.keyboard.press('/');
		await expect.poll(() => requests).toContainEqual(expect.stringContaining('/pagefind.js'));
		expect(requests).toContainEqual(expect.stringMatching(/^script .*search/));
	});
});

test.describe('the search page', () => {
	test('an address with words shows what they find', async ({ page }) => {
		await page.goto('search/?q=ticket+classification');
		await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue(
			'ticket classification',
		);
		await expect(results(page).first()).toHaveText('Support case triage');
		await results(page).first().getByRole('link').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Support case triage');
	});

	test('a filter narrows the results and stands in the address', { tag: '@desktop' }, async ({
		page,
	}) => {
		await page.goto('search/?q=prompt+injection');
		await page.getByRole('checkbox', { name: /^Risks/ }).check();
		await expect(page).toHaveURL(/\?q=prompt\+injection&type=risk$/);
		await expect(results(page).first()).toHaveText('Prompt injection');
		const types = page.getByRole('main').locator('.hit-type');
		expect(new Set(await types.allTextContents())).toEqual(new Set(['Risk']));
	});

	test('without a result it says why and leads on', async ({ page }) => {
		await page.goto('search/?q=zzqxjv');
		const main = page.getByRole('main');
		await expect(main.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
		await expect(main).toContainText('No entry has the word "zzqxjv".');
		await expect(main.getByRole('link', { name: 'propose a pattern' })).toBeVisible();
		await main.getByRole('link', { name: 'Triage and route' }).click();
		await expect(page).toHaveURL(/\/patterns\/\?problem=triage$/);
	});

	test('a form of the home page leads to it', async ({ page }) => {
		await page.goto('');
		const form = page.getByRole('search', { name: 'Search from the home page' });
		await form.getByRole('searchbox').fill('prompt injection');
		await form.getByRole('searchbox').press('Enter');
		await expect(page).toHaveURL(/\/search\/\?q=prompt\+injection$/);
		await expect(results(page).first()).toHaveText(/prompt injection/i);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the search page leads to every list instead', async ({ page }) => {
		await page.goto('search/?q=triage');
		await expect(page.getByText('Search needs JavaScript')).toBeVisible();
		await page.getByRole('main').getByRole('link', { name: 'Controls' }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Controls');
	});
});
