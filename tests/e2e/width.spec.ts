import { expect, type Page, test } from '@playwright/test';
import { unfold } from '#tests/e2e/support/accessibility.ts';
import { pageTypes, visit } from '#tests/e2e/support/pages.ts';

const WIDTHS = [390, 320];

/** What sticks out of the page: nothing when the page itself does not scroll sideways. */
function tooWide(page: Page, width: number): Promise<string[]> {
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

for (const width of WIDTHS) {
	test(`no type of page scrolls sideways at ${width} px, whatever is unfolded`, {
		tag: '@phone',
	}, async ({ page }) => {
		test.slow();
		await page.setViewportSize({ width, height: 800 });
		for (const type of pageTypes) {
			await visit(page, type);
			expect.soft(await tooWide(page, width), type.name).toEqual([]);
			await unfold(page);
			expect.soft(await tooWide(page, width), `${type.name}, unfolded`).toEqual([]);
		}
	});
}

/** German has words of this length; the longest titles in use are half of it. */
const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesell';

/** Puts the long word in front of every name and sentence that comes from an entry. */
async function lengthen(page: Page): Promise<void> {
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

for (const width of WIDTHS) {
	test(`a word of ${LONG.length} letters breaks at ${width} px, wherever it is`, {
		tag: '@phone',
	}, async ({ page }) => {
		test.slow();
		await page.setViewportSize({ width, height: 800 });
		for (const type of pageTypes) {
			await visit(page, type);
			await unfold(page);
			await lengthen(page);
			expect.soft(await tooWide(page, width), type.name).toEqual([]);
		}
	});
}

test('a block that is too wide is noticed', { tag: '@phone' }, async ({ page }) => {
	await page.goto('');
	await page.getByRole('main').evaluate((main) => {
		const block = document.createElement('hr');
		block.style.width = '600px';
		main.append(block);
	});
	expect(await tooWide(page, 390)).not.toEqual([]);
});
