/** Moves through a page as a reader without a pointer does. */
import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the element has the focus; more stops than `most` count as out of reach. */
export async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
	const focused = target.and(page.locator(':focus'));
	for (let stop = 0; stop < most; stop += 1) {
		await page.keyboard.press('Tab');
		if ((await focused.count()) > 0) return;
	}
	throw new Error(`Tab did not reach ${target} within ${most} stops.`);
}
