import { expect, type Page, test } from '@playwright/test';
import { PATTERN } from '#tests/e2e/support/pages.ts';

const STOPS = 30;

interface Stop {
	name: string;
	/** It, or the label or box right around it, has an outline. */
	outlined: boolean;
	/** Some of it is on the screen and not under something else. */
	inView: boolean;
}

function stop(page: Page): Promise<Stop> {
	return page.evaluate(() => {
		const at = document.activeElement ?? document.body;
		const outlined = [at, at.parentElement].some((element) => {
			if (!element) return false;
			const { outlineStyle, outlineWidth } = getComputedStyle(element);
			return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
		});
		const { left, top, width, height } = at.getBoundingClientRect();
		const inView = [0.1, 0.5, 0.9].some((part) => {
			const seen = document.elementFromPoint(left + width * part, top + height * part);
			return seen !== null && (at.contains(seen) || seen.contains(at));
		});
		return { name: at.outerHTML.slice(0, 100), outlined, inView };
	});
}

test.describe('with the keyboard', { tag: '@desktop' }, () => {
	for (const [name, path] of [
		['home', ''],
		['pattern', PATTERN],
		['browse', 'patterns/'],
	] as const) {
		test(`each of the first ${STOPS} stops of the ${name} page shows where one is`, async ({
			page,
		}) => {
			await page.goto(path);
			const stops: Stop[] = [];
			for (let at = 0; at < STOPS; at += 1) {
				await page.keyboard.press('Tab');
				stops.push(await stop(page));
			}
			expect(new Set(stops.map((one) => one.name)).size).toBeGreaterThan(STOPS / 2);
			expect(stops.filter(({ outlined, inView }) => !outlined || !inView)).toEqual([]);
		});
	}

	test('the first stop skips to the content', async ({ page }) => {
		await page.goto(PATTERN);
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: 'Skip to content' });
		await expect(skip).toBeFocused();
		await expect(skip).toBeInViewport();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('main')).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
	});
});
