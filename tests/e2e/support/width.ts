/** Whether a page scrolls sideways, and what of it is not filled. */
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

/** German has words of this length; the longest titles in use are half of it. */
export const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesell';

/** Puts the long word in front of every name and sentence that comes from an entry. */
export async function lengthen(page: Page): Promise<void> {
	await page.evaluate((word) => {
		const holders = 'h1, h2, h3, h4, p, li, dt, dd, th, td, a, summary, label, legend, figcaption';
		for (const holder of document.querySelectorAll(`:is(main, nav, footer) :is(${holders})`)) {
			const own = [...holder.childNodes].find(
				({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
			);
			if (own) own.textContent = `${word} ${own.textContent}`;
		}
	}, LONG);
}

/** The rows of the title blocks of a page whose cells leave a part of the block empty. */
export const unfilled = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('main dl.tb')].flatMap((block) => {
			const boxes = [...block.children].map((cell) => cell.getBoundingClientRect());
			const rows = Map.groupBy(boxes, ({ top }) => Math.round(top));
			return [...rows.values()].flatMap((row, at) => {
				const end = Math.max(...row.map(({ right }) => right));
				const empty = Math.round(block.getBoundingClientRect().right - end);
				return empty > 2 ? [`row ${at + 1} ends ${empty} px early`] : [];
			});
		}),
	);
