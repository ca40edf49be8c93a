import { expect, type Page, test } from '@playwright/test';
import { COPY, PATTERN, PROMPT } from '#tests/e2e/support/pages.ts';

const STOPS = 30;

/** What is wrong with where the focus is now: no outline, off the screen, or under something. */
function fault(page: Page): Promise<string> {
	return page.evaluate(() => {
		const at = document.activeElement ?? document.body;
		const name = at.outerHTML.slice(0, 100);
		// The outline of a small input may stand on the label or the box right around it.
		const outlined = [at, at.parentElement].some((element) => {
			if (!element) return false;
			const { outlineStyle, outlineWidth } = getComputedStyle(element);
			return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
		});
		if (!outlined) return `no outline: ${name}`;
		const { left, top, width, height } = at.getBoundingClientRect();
		const inView = [0.1, 0.5, 0.9].some((part) => {
			const seen = document.elementFromPoint(left + width * part, top + height * part);
			return seen !== null && (at.contains(seen) || seen.contains(at));
		});
		return inView ? '' : `not in view: ${name}`;
	});
}

/** The element with the focus, told apart from the one before. */
const here = (page: Page) =>
	page.evaluate(() => {
		const all = [...document.querySelectorAll('*')];
		return document.activeElement ? all.indexOf(document.activeElement) : -1;
	});

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
			const stops = new Set<number>();
			for (let at = 1; at <= STOPS; at += 1) {
				await page.keyboard.press('Tab');
				// The page may still scroll to where the focus went.
				await expect.poll(() => fault(page), `stop ${at}`).toBe('');
				stops.add(await here(page));
			}
			expect(stops.size).toBe(STOPS);
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

	for (const [name, path, words] of [
		['a list', 'patterns/', 'Skip to the list'],
		['what changed', 'changes/', 'Skip to the list'],
		['a prompt', PROMPT, 'Skip to the form'],
		['the copy page', COPY, 'Skip to the form'],
	] as const) {
		test(`the second stop of ${name} skips to what its reader came for`, async ({ page }) => {
			await page.goto(path);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
			const skip = page.getByRole('link', { name: words });
			await expect(skip).toBeFocused();
			await expect(skip).toBeInViewport();
			const target = (await skip.getAttribute('href')) ?? '';
			await page.keyboard.press('Enter');
			await expect(page.locator(target)).toBeInViewport();
			await page.keyboard.press('Tab');
			// The next stop is inside what the link named, or the first after its heading.
			const isNext = await page.locator(target).evaluate((part) => {
				const at = document.activeElement;
				if (!at || at === document.body) return false;
				const follows = part.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
				const around = part.closest('section, #list');
				return follows > 0 && around !== null && around.contains(at);
			});
			expect(isNext).toBe(true);
		});
	}
});
