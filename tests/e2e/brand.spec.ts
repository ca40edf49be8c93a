import { expect, type Page, test } from '@playwright/test';
import { nearestReadable } from '#catalogue/judge/brand/accent.ts';
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

test('the header shows the logo of the organisation, and keeps its place until it is there @base', async ({
	page,
}) => {
	const { promise: asked, resolve: come } = Promise.withResolvers<void>();
	await page.route(/house\.[0-9a-f]+\.svg/, async (route) => {
		await asked;
		await route.continue();
	});
	await page.goto(PATTERN, { waitUntil: 'domcontentloaded' });
	const home = page.getByRole('link', { name: 'Letter House Patterns of the Letter House' });
	const logo = home.getByRole('img', { name: 'Letter House' });
	const before = await logo.boundingBox();
	expect(before?.height).toBe(28);
	come();
	await expect.poll(() => logo.evaluate((one: HTMLImageElement) => one.naturalWidth)).not.toBe(0);
	expect(await logo.boundingBox()).toEqual(before);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`on a ${colorScheme} system`, { tag: '@desktop' }, () => {
		test.use({ colorScheme });
		test('links and buttons have the colour of the organisation @base', async ({ page }) => {
			await page.goto(COPY);
			const link = await painted(page, 'main .lead ~ section a', 'color');
			// The house has a colour for the light theme alone.
			expect(link).toBe(nearestReadable('#8a1c4a', colorScheme));
			expect(await painted(page, 'main .btn.primary', 'backgroundColor')).toBe(link);
		});
	});
}
