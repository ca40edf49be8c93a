/**
 * Tests that only look at pages share one tab in each worker: a tab of its own costs a test more than
 * to open its page. It keeps nothing from test to test but the files it has fetched.
 */
import { test as base, type Page } from '@playwright/test';
import { watch } from './watch.ts';

interface Tab {
	page: Page;
	faults: string[];
}

export const test = base.extend<{ faults: string[] }, { tab: Tab }>({
	tab: [
		async ({ browser }, use, { project }) => {
			const { baseURL, viewport, hasTouch, isMobile } = project.use;
			const context = await browser.newContext({
				...(baseURL && { baseURL }),
				...(viewport && { viewport }),
				...(hasTouch && { hasTouch }),
				...(isMobile && { isMobile }),
			});
			const page = await context.newPage();
			await use({ page, faults: await watch(page) });
			await context.close();
		},
		{ scope: 'worker' },
	],

	page: async ({ tab: { page }, viewport }, use) => {
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
		if (viewport) await page.setViewportSize(viewport);
		await use(page);
		// What a page kept is not for the next, and what it shows is not laid out again for it.
		await page.evaluate(() => {
			localStorage.clear();
			document.body.replaceChildren();
		});
	},

	/** What a page must never do, as far as the page of this test has done it. */
	faults: async ({ tab: { faults } }, use) => {
		faults.length = 0;
		await use(faults);
	},
});
