import { expect, type Page, test } from '@playwright/test';
import { unfold } from '#tests/e2e/support/accessibility.ts';
import { pageTypes, visit } from '#tests/e2e/support/pages.ts';
import { tooWide, WIDTHS } from '#tests/e2e/support/width.ts';

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

for (const type of pageTypes) {
	test(`a word of ${LONG.length} letters breaks at ${WIDTHS.join(' and ')} px, wherever it is on ${type.name}`, {
		tag: '@phone',
	}, async ({ page }) => {
		await visit(page, type);
		await unfold(page);
		await lengthen(page);
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 844 });
			expect.soft(await tooWide(page, width), `${width} px`).toEqual([]);
		}
	});
}

test('a block that is too wide is noticed, at the width at which it is', {
	tag: '@phone',
}, async ({ page }) => {
	await page.goto('');
	await page.getByRole('main').evaluate((main) => {
		const block = document.createElement('hr');
		block.style.width = '350px';
		main.append(block);
	});
	const faults = [];
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 844 });
		faults.push((await tooWide(page, width)).length > 0);
	}
	expect(faults).toEqual([false, true]);
});

/** The rows of the title blocks of a page whose cells leave a part of the block empty. */
const unfilled = (page: Page) =>
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

test('every row of a title block is full', async ({ page, request }) => {
	let blocks = 0;
	for (const type of pageTypes) {
		if (!(await (await request.get(type.path)).text()).includes('<dl class="tb')) continue;
		blocks += 1;
		await visit(page, type);
		expect.soft(await unfilled(page), type.name).toEqual([]);
	}
	expect(blocks).toBeGreaterThan(0);
});
