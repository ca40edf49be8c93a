import { expect, test } from '@playwright/test';
import { PATTERN, PROMPT } from '#tests/e2e/support/pages.ts';
import { watch } from '#tests/e2e/support/watch.ts';

test('no script breaks the content policy, asks another host or throws while it is used', {
	tag: '@desktop',
}, async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const faults = await watch(page);

	await page.goto('patterns/?tier=medium&sort=tier&by=owner');
	await page.getByRole('checkbox', { name: /^Low/ }).click();

	await page.goto(`${PATTERN}#controls`);
	await page.getByRole('button', { name: 'Switch between light and dark' }).click();
	await page.getByRole('button', { name: 'Copy link to Controls' }).click();
	await page.keyboard.press('/');
	await page.keyboard.type('sorting');
	await expect(page.getByRole('option').first()).toBeVisible();
	await page.keyboard.press('Escape');

	await page.goto(PROMPT);
	await page.getByLabel('Letter subject').fill('<script>alert(1)</script>');
	await page.getByRole('button', { name: 'Copy as text' }).click();
	expect(faults).toEqual([]);
});

test('an inline script is refused, and noticed', { tag: '@desktop' }, async ({ page }) => {
	const faults = await watch(page);
	await page.goto('');
	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'window.ran = true';
		document.head.append(script);
	});
	await expect.poll(() => faults).toContainEqual(expect.stringContaining('script-src'));
	expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('an answer carries the policy of its page and forbids framing', {
	tag: '@desktop',
}, async ({ page }) => {
	const answer = await page.goto('');
	const headers = answer?.headers() ?? {};
	const policy = headers['content-security-policy'] ?? '';
	const written = await page
		.locator('meta[http-equiv="content-security-policy"]')
		.getAttribute('content');
	expect(policy).toBe(`${written}; frame-ancestors 'none'`);
	expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['referrer-policy']).toBe('same-origin');
});
