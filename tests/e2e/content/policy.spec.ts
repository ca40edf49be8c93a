import { expect, test } from '@playwright/test';
import { pageTypes, visit } from '#tests/e2e/support/pages.ts';
import { watch } from '#tests/e2e/support/watch.ts';

test('no type of page breaks the content policy, asks another host or throws', {
	tag: '@desktop',
}, async ({ page }) => {
	test.slow();
	const faults = await watch(page);
	for (const type of pageTypes) {
		await visit(page, type);
		await page.waitForLoadState('networkidle');
	}
	expect(faults).toEqual([]);
});
