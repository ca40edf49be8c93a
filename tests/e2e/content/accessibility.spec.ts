import { expect, test } from '@playwright/test';
import { expectNoViolation, unfold } from '#tests/e2e/support/accessibility.ts';
import { pageTypes, visit } from '#tests/e2e/support/pages.ts';

// Axe reads the longest page for seconds where the machine is busy.
test.slow();

for (const type of pageTypes) {
	test(`axe finds nothing on ${type.name} (/${type.path}) in either theme`, async ({ page }) => {
		const answer = await visit(page, type);
		expect(answer?.status()).toBe(type.status ?? 200);
		await unfold(page);
		await expectNoViolation(page);
	});
}
