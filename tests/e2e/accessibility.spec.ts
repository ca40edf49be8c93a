import { expect, test } from '@playwright/test';
import { expectNoViolation, violations } from '#tests/e2e/support/accessibility.ts';
import { PATTERN } from '#tests/e2e/support/pages.ts';

// Axe reads the longest page for seconds where the machine is busy.
test.slow();

test('axe finds nothing on the open search dialog in either theme', {
	tag: '@desktop',
}, async ({ page }) => {
	await page.goto(PATTERN);
	await page.keyboard.press('/');
	await page.keyboard.type('prompt injection');
	await expect(page.getByRole('option').first()).toBeVisible();
	await expectNoViolation(page);
});

test('axe finds nothing on the browse page without a match in either theme', async ({ page }) => {
	await page.goto('patterns/?tier=medium&q=nosuchword');
	await expect(page.getByRole('heading', { name: 'No patterns match' })).toBeVisible();
	await expectNoViolation(page);
});

test('axe notices a picture without a text', { tag: '@desktop' }, async ({ page }) => {
	await page.goto('');
	await page.getByRole('main').evaluate((main) => main.append(document.createElement('img')));
	expect(await violations(page)).toEqual([expect.stringContaining('image-alt')]);
});
