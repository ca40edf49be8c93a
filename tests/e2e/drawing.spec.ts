import { expect, type Page, test } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/keyboard.ts';
import { PATTERN } from '#tests/e2e/support/pages.ts';
import { type PublishedPattern, publishedPatterns } from '#tests/e2e/support/published.ts';

const drawing = (page: Page) => page.getByRole('group', { name: /^Architecture of/ });
const boxes = (page: Page) => drawing(page).getByRole('link');
const story = (page: Page) => page.getByRole('group', { name: 'Follow one case' });

/** How far each part of the drawing that can fade has faded, by its classes. */
const faded = (page: Page, selector: string) =>
	drawing(page)
		.locator(selector)
		.evaluateAll((parts) => parts.map((part) => Number(getComputedStyle(part).opacity)));

let all: PublishedPattern[];
test.beforeEach(async ({ request }) => {
	all = await publishedPatterns(request);
});

test('no drawing is cut, and no word is smaller than 12 px, at any width from a phone up', {
	tag: '@desktop',
}, async ({ page }) => {
	test.slow();
	for (const { id } of all) {
		await page.goto(`patterns/${id}/#architecture`);
		for (const width of [390, 768, 1024, 1440, 1920]) {
			await page.setViewportSize({ width, height: 900 });
			await expect(drawing(page), `${id} at ${width}`).toHaveCount(1);
			const { out, least } = await drawing(page).evaluate((svg) => {
				const frame = svg.closest('.dwg')?.getBoundingClientRect();
				const own = svg.getBoundingClientRect();
				const scale = own.width / (svg as SVGSVGElement).viewBox.baseVal.width;
				const sizes = [...svg.querySelectorAll('text:not(.r)')].map(
					(text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
				);
				return { out: own.right - (frame?.right ?? 0), least: Math.min(...sizes) };
			});
			expect(out, `${id} at ${width}`).toBeLessThanOrEqual(0.5);
			// A phone's page is two pixels wider than the frame around its drawing leaves.
			expect(least, `${id} at ${width}`).toBeGreaterThan(11.8);
		}
	}
});

test('every box leads to a page that exists, or to its row', async ({ page, request }) => {
	await page.goto(`${PATTERN}#architecture`);
	const addresses = await boxes(page).evaluateAll((links) =>
		links.map((link) => link.getAttribute('href') ?? ''),
	);
	expect(addresses.length).toBeGreaterThan(5);
	for (const address of new Set(addresses)) {
		if (address.startsWith('#')) await expect(page.locator(address)).toHaveCount(1);
		else expect((await request.get(new URL(address, page.url()).href)).status()).toBe(200);
	}
});

test('the keyboard reaches a box, which lights up what belongs to it @desktop', async ({
	page,
}) => {
	await page.goto(`${PATTERN}#architecture`);
	expect(new Set(await faded(page, '[class*=" g"]'))).toEqual(new Set([1]));
	await tabTo(page, boxes(page).first());
	await expect(drawing(page).locator('.n1')).toBeFocused();
	await expect.poll(() => faded(page, '.n1, .k1')).toContain(1);
	expect(new Set(await faded(page, '.n1, .k1'))).toEqual(new Set([1]));
	const others = await faded(page, '[class*=" g"]:not(.n1, .k1)');
	expect(others.length).toBeGreaterThan(5);
	expect(Math.max(...others)).toBeLessThan(0.5);
});

test('a chosen sentence of the story stays lit', async ({ page }) => {
	await page.goto(`${PATTERN}#architecture`);
	const [first] = await story(page).getByRole('radio').all();
	await expect(first ?? page.locator('none')).toBeChecked();
	const second = story(page).getByRole('radio').nth(2);
	await second.check();
	const steps = (await second.getAttribute('class')) ?? '';
	const lit = await faded(page, `.${steps.split(' ').join(', .')}`);
	expect(lit.length).toBeGreaterThan(0);
	expect(new Set(lit)).toEqual(new Set([1]));
	expect(Math.min(...(await faded(page, '[class*=" g"]')))).toBeLessThan(0.5);
	await first?.check();
	expect(new Set(await faded(page, '[class*=" g"]'))).toEqual(new Set([1]));
});

test('a reference elsewhere on the page says its name and leads to a marked row', async ({
	page,
}) => {
	await page.goto(`${PATTERN}#controls`);
	const chip = page.locator('a.ref:visible').first();
	await expect(chip).toHaveText(/^[A-Z]\d+ \S/);
	const name = ((await chip.textContent()) ?? '').trim();
	await chip.click();
	const row = page.locator('tr:target');
	await expect(row).toContainText(name.replace(/^\S+ /, ''));
	await expect(row).toBeInViewport();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('boxes lead on and the story lights up', async ({ page }) => {
		await page.goto(`${PATTERN}#architecture`);
		await expect(boxes(page).first()).toBeVisible();
		await story(page).getByRole('radio').nth(2).check();
		expect(Math.min(...(await faded(page, '[class*=" g"]')))).toBeLessThan(0.5);
	});
});
