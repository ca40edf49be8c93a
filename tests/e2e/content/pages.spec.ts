/** What must hold of every type of page. One visit serves all of it: reading a page costs most. */
import { expect, type Page } from '@playwright/test';
import { expectNoViolation, unfold } from '#tests/e2e/support/accessibility.ts';
import { type PageType, pageTypes, visit } from '#tests/e2e/support/pages.ts';
import { test } from '#tests/e2e/support/same-page.ts';
import { LONG, lengthen, tooWide, unfilled, WIDTHS } from '#tests/e2e/support/width.ts';
import { brokenWords, clipped } from '#tests/e2e/support/words.ts';

// Axe reads the longest page for seconds where the machine is busy.
test.slow();

/** The templates are the same over any content: some of what they do is the product's to check. */
const OF_PRODUCT = process.env.E2E_PRODUCT !== undefined;

async function expectFullRows(page: Page): Promise<void> {
	if (OF_PRODUCT) expect.soft(await unfilled(page), 'rows of title blocks').toEqual([]);
}

async function expectToFit(page: Page, state: string): Promise<void> {
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 844 });
		expect.soft(await tooWide(page, width), `sideways at ${width} px, ${state}`).toEqual([]);
	}
}

/** Widths at which the columns of a table are narrow, and the widest of them. */
const DESKS = [1440, 1024, 768];

async function expectWholeWords(page: Page, widths: readonly number[]): Promise<void> {
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		expect.soft(await brokenWords(page), `broken words at ${width} px`).toEqual([]);
		expect.soft(await clipped(page), `text cut off at ${width} px`).toEqual([]);
	}
}

/** A slash opens the search, but on the page that has a field for it. */
async function expectSearch(page: Page, { name }: PageType): Promise<void> {
	if (!OF_PRODUCT || name === 'search') return;
	await page.keyboard.press('/');
	const dialog = page.getByRole('dialog', { name: 'Search the catalogue' });
	await expect.soft(dialog.getByRole('combobox'), 'what a slash opens').toBeFocused();
}

for (const type of pageTypes) {
	const title = `${type.name} (/${type.path})`;

	test(`${title} keeps to the content policy, asks no other host, does not throw and breaks no word, and axe finds nothing in either theme`, {
		tag: '@desktop',
	}, async ({ page, viewport, faults }) => {
		const answer = await visit(page, type);
		expect(answer?.status()).toBe(type.status ?? 200);
		await expectFullRows(page);
		await unfold(page);
		await expectNoViolation(page);
		await expectWholeWords(page, DESKS);
		if (viewport) await page.setViewportSize(viewport);
		await expectSearch(page, type);
		// Last, as the network is idle by now: waiting for it takes half a second.
		await page.waitForLoadState('networkidle');
		expect(faults, 'content policy, other hosts and errors').toEqual([]);
	});

	test(`${title} does not scroll sideways on a phone, whatever is unfolded, and axe finds nothing in either theme`, {
		tag: '@phone',
	}, async ({ page, viewport }) => {
		const answer = await visit(page, type);
		expect(answer?.status()).toBe(type.status ?? 200);
		await expectFullRows(page);
		await expectToFit(page, 'as it opens');
		await unfold(page);
		await expectToFit(page, 'unfolded');
		await expectWholeWords(page, [390]);
		if (viewport) await page.setViewportSize(viewport);
		// What follows the width of the page has to do so before axe looks.
		await unfold(page);
		await expectNoViolation(page);
		if (!OF_PRODUCT) return;
		await lengthen(page);
		await expectToFit(page, `with a word of ${LONG.length} letters wherever there are words`);
	});
}
