/** Whether a page scrolls sideways. */
import type { Page } from '@playwright/test';

/** Widths of a phone, and the narrowest that content must fit without scrolling two ways. */
export const WIDTHS = [390, 320];

/** What sticks out of the page: nothing when the page itself does not scroll sideways. */
export function tooWide(page: Page, width: number): Promise<string[]> {
	return page.evaluate((most) => {
		const { scrollWidth } = document.documentElement;
		if (scrollWidth <= most) return [];
		const out = [...document.body.querySelectorAll('*')].filter(
			(element) => element.getBoundingClientRect().right > most + 1,
		);
		const names = out.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 80));
		return [`${scrollWidth} px wide`, ...names];
	}, width);
}
