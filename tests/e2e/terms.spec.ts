/** The meaning of a term where it is used: with a pointer, the keyboard, a finger, and no script. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './support/accessibility.ts';
import { PATTERN } from './support/pages.ts';

const MEANING = /place in the post room where letters of one kind wait/;
const termOn = (page: Page) => page.locator('main a.term', { hasText: 'shelf' }).first();
const meaning = (page: Page) => page.getByRole('tooltip');

test('a term is linked once, and its link leads to its meaning', { tag: '@base' }, async ({
	page,
}) => {
	await page.goto(PATTERN);
	await expect(page.locator('main a.term', { hasText: 'shelf' })).toHaveCount(1);
	await termOn(page).click();
	await expect(page).toHaveURL(/\/glossary\/#shelf$/);
	await expect(page.getByRole('heading', { name: 'Shelf' })).toBeInViewport();
	await expect(page.getByText(MEANING)).toBeVisible();
});

test.describe('with a pointer', { tag: '@desktop' }, () => {
	test('the meaning shows beside the term, stays under the pointer, and goes with it', {
		tag: '@base',
	}, async ({ page }) => {
		await page.goto(PATTERN);
		await termOn(page).hover();
		await expect(meaning(page)).toHaveText(MEANING);
		await expect(termOn(page)).toHaveAccessibleDescription(MEANING);
		const link = await termOn(page).boundingBox();
		const box = await meaning(page).boundingBox();
		expect(Math.abs((box?.y ?? 0) - (link?.y ?? 0))).toBeLessThan(60);
		await meaning(page).hover();
		// Longer than it takes to close.
		await page.waitForTimeout(600);
		await expect(meaning(page)).toBeVisible();
		await page.mouse.move(0, 0);
		await expect(meaning(page)).toBeHidden();
	});

	test('axe finds nothing wrong with it', async ({ page }) => {
		await page.goto(PATTERN);
		await termOn(page).hover();
		await expect(meaning(page)).toBeVisible();
		expect(await violations(page)).toEqual([]);
	});

	test('a pointer that passes by opens nothing', async ({ page }) => {
		await page.goto(PATTERN);
		await termOn(page).hover();
		await page.mouse.move(0, 0);
		await page.waitForTimeout(600);
		await expect(meaning(page)).toBeHidden();
	});

	test('Escape closes it without moving the pointer', async ({ page }) => {
		await page.goto(PATTERN);
		await termOn(page).hover();
		await expect(meaning(page)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(meaning(page)).toBeHidden();
		await expect(page).toHaveURL(new RegExp(`${PATTERN}$`));
	});

	test('the meanings are fetched once, and only when one is wanted', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => {
			if (request.url().endsWith('/glossary.json')) asked.push(request.url());
		});
		await page.goto(PATTERN);
		expect(asked).toEqual([]);
		for (let time = 0; time < 2; time += 1) {
			await termOn(page).hover();
			await expect(meaning(page)).toBeVisible();
			await page.mouse.move(0, 0);
			await expect(meaning(page)).toBeHidden();
		}
		expect(asked).toHaveLength(1);
	});

	test('without the meanings a term is still a link', async ({ page }) => {
		await page.route('**/glossary.json', (route) => route.abort());
		await page.goto(PATTERN);
		await termOn(page).hover();
		await page.waitForTimeout(400);
		await expect(meaning(page)).toBeHidden();
		await termOn(page).click();
		await expect(page).toHaveURL(/\/glossary\/#shelf$/);
	});
});

test.describe('with the keyboard', { tag: '@desktop' }, () => {
	test('the meaning shows with the focus and goes with it or with Escape', async ({ page }) => {
		await page.goto(PATTERN);
		await termOn(page).focus();
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Tab');
		await expect(termOn(page)).toBeFocused();
		await expect(meaning(page)).toHaveText(MEANING);
		await page.keyboard.press('Escape');
		await expect(meaning(page)).toBeHidden();
		await expect(termOn(page)).toBeFocused();
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Tab');
		await expect(meaning(page)).toBeVisible();
		await page.keyboard.press('Tab');
		await expect(meaning(page)).toBeHidden();
	});
});

test.describe('with a finger', { tag: '@phone' }, () => {
	test('the first tap follows the link', async ({ page }) => {
		await page.goto(PATTERN);
		await termOn(page).tap();
		await expect(page).toHaveURL(/\/glossary\/#shelf$/);
	});
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('a term is a link to its meaning', async ({ page }) => {
		await page.goto(PATTERN);
		await termOn(page).click();
		await expect(page.getByText(MEANING)).toBeVisible();
	});
});
