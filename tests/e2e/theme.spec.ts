import { expect, type Page, test } from '@playwright/test';
import { PATTERN } from '#tests/e2e/support/pages.ts';

const toggle = (page: Page) => page.getByRole('button', { name: 'Switch between light and dark' });

/** What the page looks like, by the brightness of its ground. */
function look(page: Page): Promise<'light' | 'dark'> {
	return page.evaluate(() => {
		const brush = document.createElement('canvas').getContext('2d');
		if (!brush) throw new Error('No canvas.');
		brush.fillStyle = getComputedStyle(document.body).backgroundColor;
		brush.fillRect(0, 0, 1, 1);
		const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
		return red + green + blue > 384 ? 'light' : 'dark';
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	const other = colorScheme === 'light' ? 'dark' : 'light';

	test.describe(`on a ${colorScheme} system`, { tag: '@desktop' }, () => {
		test.use({ colorScheme });

		test(`the site is ${colorScheme} until its reader chooses`, async ({ page }) => {
			await page.goto('');
			expect(await look(page)).toBe(colorScheme);
			await page.emulateMedia({ colorScheme: other });
			expect(await look(page)).toBe(other);
		});

		test(`a choice of ${other} holds on the next page before it has a body to paint`, async ({
			page,
		}) => {
			await page.goto('');
			await toggle(page).click();
			expect(await look(page)).toBe(other);
			// Nothing can be painted before there is a body: what holds then is what is seen first.
			await page.addInitScript(() => {
				new MutationObserver((_, watch) => {
					if (!document.body) return;
					watch.disconnect();
					const { theme = 'none' } = document.documentElement.dataset;
					Object.assign(window, { firstTheme: theme });
				}).observe(document, { childList: true, subtree: true });
			});
			for (const path of [PATTERN, 'patterns/', 'no/such/page/']) {
				await page.goto(path);
				expect(await page.evaluate(() => Reflect.get(window, 'firstTheme')), path).toBe(other);
				expect(await look(page), path).toBe(other);
			}
		});
	});
}

test('switching twice comes back', { tag: '@desktop' }, async ({ page }) => {
	await page.goto('');
	const before = await look(page);
	await toggle(page).click();
	expect(await look(page)).not.toBe(before);
	await toggle(page).click();
	expect(await look(page)).toBe(before);
});

test('a reader who asks for less motion sees the other theme at once', {
	tag: '@desktop',
}, async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(PATTERN);
	const before = await look(page);
	// Asked in the same turn: what moves would be over by the next.
	const moving = await toggle(page).evaluate((button) => {
		button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
		return document.getAnimations().length;
	});
	expect(moving).toBe(0);
	expect(await look(page)).not.toBe(before);
});
