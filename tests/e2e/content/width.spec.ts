import { expect, test } from '@playwright/test';
import { unfold } from '#tests/e2e/support/accessibility.ts';
import { pageTypes, visit } from '#tests/e2e/support/pages.ts';
import { tooWide, WIDTHS } from '#tests/e2e/support/width.ts';

for (const width of WIDTHS) {
	test(`no type of page scrolls sideways at ${width} px, whatever is unfolded`, {
		tag: '@phone',
	}, async ({ page }) => {
		test.slow();
		await page.setViewportSize({ width, height: 800 });
		for (const type of pageTypes) {
			await visit(page, type);
			expect.soft(await tooWide(page, width), type.name).toEqual([]);
			await unfold(page);
			expect.soft(await tooWide(page, width), `${type.name}, unfolded`).toEqual([]);
		}
	});
}
