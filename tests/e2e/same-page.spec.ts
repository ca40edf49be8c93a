import { expect } from '@playwright/test';
import { test } from '#tests/e2e/support/same-page.ts';

// One worker runs them in this order, so the second has the tab of the first.
test.describe('a tab that tests share', { tag: '@desktop' }, () => {
	test.describe.configure({ mode: 'serial' });

	test('a test changes all that it can', async ({ page, faults }) => {
		await page.goto('');
		await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
		await page.setViewportSize({ width: 320, height: 300 });
		await page.getByRole('button', { name: 'Switch between light and dark' }).click();
		expect(await page.evaluate(() => localStorage.length)).toBe(1);
		await page.evaluate(() => fetch('no-such-file.json').then(({ status }) => status));
		await expect.poll(() => faults).toHaveLength(1);
	});

	test('the next finds nothing of it', async ({ page, viewport, faults }) => {
		expect(faults).toEqual([]);
		await page.goto('');
		const found = await page.evaluate(() => ({
			isDark: matchMedia('(prefers-color-scheme: dark)').matches,
			isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
			kept: localStorage.length,
			width: innerWidth,
		}));
		expect(found).toEqual({ isDark: false, isStill: false, kept: 0, width: viewport?.width });
		expect(faults).toEqual([]);
	});
});
