import { expect, test } from '@playwright/test';
import { brokenWords, clipped } from '#tests/e2e/support/words.ts';

test.describe('what is wrong with words', { tag: '@desktop' }, () => {
	test('a word on two lines is noticed, and one that breaks at its hyphen is not', async ({
		page,
	}) => {
		await page.goto('');
		expect(await brokenWords(page)).toEqual([]);
		await page.getByRole('main').evaluate((main) => {
			for (const text of ['Configuration', 'well-known']) {
				const narrow = document.createElement('p');
				narrow.textContent = text;
				narrow.style.width = '4.5em';
				main.append(narrow);
			}
		});
		expect(await brokenWords(page)).toEqual(['"Configuration" in p.']);
	});

	test('a text that is cut off at the side is noticed', async ({ page }) => {
		await page.goto('');
		expect(await clipped(page)).toEqual([]);
		await page.getByRole('main').evaluate((main) => {
			const narrow = document.createElement('p');
			narrow.textContent = 'Configuration';
			Object.assign(narrow.style, { width: '3em', overflow: 'hidden', whiteSpace: 'nowrap' });
			main.append(narrow);
		});
		expect(await clipped(page)).toEqual(['p.: Configuration']);
	});
});
