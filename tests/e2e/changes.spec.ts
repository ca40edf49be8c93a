import { expect, type Page, test } from '@playwright/test';

const shown = (page: Page) => page.locator('.chg > li').locator('visible=true');

test('what changed is narrowed down by day and kind, and the address keeps the choice', async ({
	page,
}) => {
	await page.goto('changes/');
	const all = await shown(page).count();
	const kind = page.getByRole('combobox', { name: 'What happened' });
	const wanted = await kind.locator('option').last().getAttribute('value');
	await kind.selectOption(wanted);
	const left = await page.locator(`.chg > li[data-kind="${wanted}"]`).count();
	expect(left).toBeGreaterThan(0);
	expect(left).toBeLessThan(all);
	await expect(shown(page)).toHaveCount(left);
	await expect(page.getByText(`${left} of ${all} change`)).toBeVisible();
	await page.reload();
	await expect(shown(page)).toHaveCount(left);
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect(shown(page)).toHaveCount(all);

	const newest = await page.locator('.chg time').first().getAttribute('datetime');
	await page.getByLabel('Since').fill(newest ?? '');
	await page.getByLabel('Since').dispatchEvent('change');
	await expect(shown(page)).toHaveCount(
		await page.locator(`.chg > li:has(time[datetime="${newest}"])`).count(),
	);
});

test('without a match it says so', async ({ page }) => {
	await page.goto('changes/?since=2999-01-01');
	await expect(shown(page)).toHaveCount(0);
	await expect(page.getByText('Nothing on this page matches.')).toBeVisible();
});
