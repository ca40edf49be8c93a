import { expect, test } from '@playwright/test';
import { pageTypes, visit } from '#tests/e2e/support/pages.ts';
import { watch } from '#tests/e2e/support/watch.ts';

for (const type of pageTypes) {
	test(`${type.name} (/${type.path}) keeps to the content policy, asks no other host and does not throw`, {
		tag: '@desktop',
	}, async ({ page }) => {
		const faults = await watch(page);
		await visit(page, type);
		await page.waitForLoadState('networkidle');
		expect(faults).toEqual([]);
	});
}
