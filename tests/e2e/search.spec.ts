import { expect, type Page, test } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/keyboard.ts';
import { PATTERN } from '#tests/e2e/support/pages.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the catalogue' });
const field = (page: Page) => dialog(page).getByRole('combobox');
const options = (page: Page) => dialog(page).getByRole('option');
const results = (page: Page) =>
	page.getByRole('main').locator('.search-group').getByRole('heading', { level: 3 });

async function type(page: Page, words: string) {
	await page.keyboard.press('/');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type(words);
}

test.describe('the dialog', { tag: '@desktop' }, () => {
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
		await page.getByRole('searchbox', { name: /^Find in / }).focus();
		await page.keyboard.press('/');
		await expect(page.getByRole('searchbox', { name: /^Find in / })).toHaveValue('/');
		await expect(dialog(page)).toBeHidden();
	});

	test('another name of a pattern puts that pattern first', async ({ page }) => {
		await page.goto('');
		await type(page, 'envelope classification');
		await expect(options(page).first()).toContainText('Letter sorting');
		await expect(options(page).first()).toContainText('Also found under “envelope classification”');
		await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
	});

	test('arrow keys move through the results and Enter opens the chosen one', async ({ page }) => {
		await page.goto('');
		await type(page, 'letter');
		await expect(options(page).first()).toContainText('Letter sorting');
		const selected = dialog(page).getByRole('option', { selected: true });
		const second = await options(page).nth(1).getAttribute('id');
		await page.keyboard.press('ArrowDown');
		await expect(selected).toHaveId(second ?? '');
		await expect(field(page)).toHaveAttribute('aria-activedescendant', second ?? '');
		await page.keyboard.press('ArrowUp');
		await expect(selected).toContainText('Letter sorting');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/patterns\/letter-sorting\/(#.*)?$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Letter sorting');
	});

	test('Escape closes it and gives the focus back', async ({ page }) => {
		await page.goto(PATTERN);
		const link = page
			.getByRole('navigation', { name: 'Main' })
			.getByRole('link', { name: 'Risks' });
		await tabTo(page, link);
		await type(page, 'sorting');
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();
		await expect(link).toBeFocused();
	});

	test('the identifier of a framework item finds the risk it names', async ({ page }) => {
		await page.goto('');
		await type(page, 'HL01:2026');
		await expect(
			options(page).and(page.locator('[href$="/risks/prompt-injection/"]')),
		).toContainText('Prompt injection');
	});

	test('a typing slip is read as what was meant', async ({ page }) => {
		await page.goto('');
		await type(page, 'promt injecton');
		await expect(options(page).first()).toContainText(/prompt injection/i);
	});

	test('a question in plain words finds the pattern', async ({ page }) => {
		await page.goto('');
		await type(page, 'sort letters onto shelves');
		await expect(options(page).first()).toContainText(/letter sorting/i);
	});

	test('where nothing fits, it says so', async ({ page }) => {
		await page.goto('');
		await type(page, 'zzqxjv');
		await expect(dialog(page)).toContainText('Nothing found for “zzqxjv”.');
		await expect(options(page)).toHaveCount(0);
	});

	test('only one kind is shown when its button is pressed', async ({ page }) => {
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
		expect(
			before.filter((request) => /^(fetch|xhr)|pagefind|\/find\/|search/.test(request)),
		).toEqual([]);
		expect(before).toContainEqual(expect.stringMatching(/^document /));

		await page.keyboard.press('/');
		await expect.poll(() => requests).toContainEqual(expect.stringContaining('/find/about.idx'));
		// The names of scripts are digests: those of search are the ones that come only now.
		const scripts = requests.filter((request) => request.startsWith('script '));
		expect(scripts).not.toEqual([]);
		expect(before.filter((request) => scripts.includes(request))).toEqual([]);
	});
});

test.describe('the search page', () => {
	test('an address with words shows what they find', async ({ page }) => {
		await page.goto('search/?q=envelope+classification');
		await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue(
			'envelope classification',
		);
		await expect(results(page).first()).toHaveText('Letter sorting');
		await results(page).first().getByRole('link').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Letter sorting');
	});

	test('a kind narrows the results and is in the address', { tag: '@desktop' }, async ({
		page,
	}) => {
		await page.goto('search/?q=prompt+injection');
		const kinds = page.getByRole('navigation', { name: 'Kinds of result' });
		await kinds.getByRole('link', { name: /^Risks/ }).click();
		await expect(page).toHaveURL(/\?q=prompt\+injection&type=risk$/);
		await expect(results(page).first()).toHaveText('Prompt injection');
		const types = page.getByRole('main').locator('.search-group .hit-type');
		expect(new Set(await types.allTextContents())).toEqual(new Set(['Risk']));
	});

	test('the results are three stops away, and sending the question leads to them', {
		tag: '@desktop',
	}, async ({ page }) => {
		await page.goto('search/?q=prompt+injection');
		await expect(results(page).first()).toBeVisible();
		const first = results(page).first().getByRole('link');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: 'Skip to results' })).toBeFocused();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await expect(first).toBeFocused();

		await page.getByRole('main').getByRole('searchbox').fill('envelope classification');
		await page.keyboard.press('Enter');
		await expect(page.locator('#results')).toBeFocused();
		await expect(results(page).first()).toHaveText('Letter sorting');
	});

	test('a link to the results leaves them as they are', { tag: '@desktop' }, async ({ page }) => {
		await page.goto('search/?q=prompt+injection');
		const first = results(page).first().getByRole('link');
		await first.evaluate((link) => link.setAttribute('data-kept', ''));
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await expect(first).toBeFocused();
		// Results made anew would have come by now.
		await page.waitForTimeout(400);
		await expect(first).toBeFocused();
		await expect(first).toHaveAttribute('data-kept', '');
	});

	test('the full text is searched when asked for', async ({ page }) => {
		await page.goto('search/?q=prompt+injection');
		await page.getByRole('button', { name: 'Search the full text' }).click();
		await expect(page.getByRole('heading', { name: 'In the text of pages' })).toBeVisible();
	});

	test('without a result it says so and leads on', async ({ page }) => {
		await page.goto('search/?q=zzqxjv');
		const main = page.getByRole('main');
		await expect(main.getByRole('heading', { name: 'No page answers “zzqxjv”' })).toBeVisible();
		const ask = main.getByRole('link', { name: 'Ask for this pattern' });
		await expect(ask).toHaveAttribute('href', /title=Pattern%3A\+zzqxjv/);
		await main.getByRole('link', { name: 'Triage and route' }).click();
		await expect(page).toHaveURL(/\/patterns\/\?problem=triage$/);
	});

	test('the first search is ten requests at most, and small', { tag: '@desktop' }, async ({
		page,
	}) => {
		await page.goto('');
		await page.waitForLoadState('networkidle');
		const sizes: number[] = [];
		page.on('response', async (response) => {
			// The page has the icons already; the browser takes them from its cache.
			if (response.url().endsWith('/sprite.svg')) return;
			sizes.push((await response.body().catch(() => Buffer.alloc(0))).length);
		});
		await type(page, 'sort letters onto shelves');
		await expect(options(page).first()).toBeVisible();
		expect(sizes.length).toBeLessThanOrEqual(10);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000);
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
		await page.goto('search/?q=sorting');
		await expect(page.getByText('Search needs JavaScript')).toBeVisible();
		await page.getByRole('main').getByRole('link', { name: 'Controls' }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Controls');
	});
});
