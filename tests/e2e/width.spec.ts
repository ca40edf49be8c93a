import { expect, test } from '@playwright/test';
import { PATTERN } from '#tests/e2e/support/pages.ts';
import { tooWide, unfilled, WIDTHS } from '#tests/e2e/support/width.ts';

test('a block that is too wide is noticed, at the width at which it is', {
	tag: '@phone',
}, async ({ page }) => {
	await page.goto('');
	await page.getByRole('main').evaluate((main) => {
		const block = document.createElement('hr');
		block.style.width = '350px';
		main.append(block);
	});
	const faults = [];
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 844 });
		faults.push((await tooWide(page, width)).length > 0);
	}
	expect(faults).toEqual([false, true]);
});

test('a title block with a row that is not full is noticed', async ({ page }) => {
	await page.goto(PATTERN);
	const block = page.locator('main dl.tb').first();
	await expect(block).toBeVisible();
	expect(await unfilled(page)).toEqual([]);
	// All of its cells: where only one is narrow, the others grow and the row stays full.
	await block.locator(':scope > *').evaluateAll((cells) => {
		for (const cell of cells) if (cell instanceof HTMLElement) cell.style.maxWidth = '20px';
	});
	expect(await unfilled(page)).not.toEqual([]);
});
