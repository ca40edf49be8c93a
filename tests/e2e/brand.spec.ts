import { expect, type Page, test } from '@playwright/test';
import { COPY, PATTERN } from '#tests/e2e/support/pages.ts';

/** The colour of an element as a browser paints it. */
const painted = (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
	page
		.locator(selector)
		.first()
		.evaluate((element, name) => {
			const brush = document.createElement('canvas').getContext('2d');
			if (!brush) throw new Error('No canvas.');
			brush.fillStyle = getComputedStyle(element)[name];
			return brush.fillStyle;
		}, property);

test('the header shows the logo of the organisation, and has its place before it is there @base', async ({
	page,
}) => {
	await page.route(/house\.[0-9a-f]+\.svg/, (route) => route.abort());
	await page.goto(PATTERN);
	const home = page.getByRole('link', { name: 'Letter House Patterns of the Letter House' });
	const logo = home.getByRole('img', { name: 'Letter House', includeHidden: true });
	await expect(logo).toHaveAttribute('width', '36');
	await page.unroute(/house\.[0-9a-f]+\.svg/);
	await page.goto(PATTERN);
	await expect.poll(() => logo.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(36);
	const box = await logo.boundingBox();
	expect(box?.height).toBeLessThanOrEqual(28);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`on a ${colorScheme} system`, { tag: '@desktop' }, () => {
		test.use({ colorScheme });
		test('links and buttons have the colour of the organisation @base', async ({ page }) => {
			await page.goto(COPY);
			const link = await painted(page, 'main .lead ~ section a', 'color');
			if (colorScheme === 'light') expect(link).toBe('#8a1c4a');
			// Lightened until it can be read: the same hue, no longer the same colour.
			else expect(link).toMatch(/^#(?!8a1c4a)[c-f][0-9a-f]{5}$/);
			expect(await painted(page, 'main .btn.primary', 'backgroundColor')).toBe(link);
		});
	});
}
