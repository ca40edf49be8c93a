/** Whether a page breaks a word at the end of a line, or cuts off a text. */
import type { Page } from '@playwright/test';

/** Longer words are ids, addresses and German nouns: no column is made for them. */
const LONGEST = 24;

/** The words of a page that are on two lines without a hyphen or a slash, each with its place. */
export const brokenWords = (page: Page): Promise<string[]> =>
	page.evaluate((longest) => {
		const found: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		while (walker.nextNode()) {
			const { currentNode: node } = walker;
			const holder = node.parentElement;
			// Code and digests are broken where the line ends, as nobody reads them as words.
			if (
				!holder ||
				holder.closest('code, pre, kbd, .mono, .dig, .vh, script, style, template, svg')
			) {
				continue;
			}
			// The browser writes the hyphen.
			if (getComputedStyle(holder).hyphens === 'auto') continue;
			for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
				if (word.length < 2 || word.length > longest) continue;
				range.setStart(node, index);
				range.setEnd(node, index + word.length);
				const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
				const [first] = boxes;
				const last = boxes.at(-1);
				if (!first || !last || last.top < first.bottom - 2) continue;
				found.push(`"${word}" in ${holder.localName}.${holder.className}`);
			}
		}
		return found;
	}, LONGEST);

/** The elements of a page that cut off a part of their own text at the side; fields scroll. */
export const clipped = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('body *')].flatMap((element) => {
			if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth < 2) return [];
			const { overflowX, display, clipPath } = getComputedStyle(element);
			if (!/hidden|clip/.test(overflowX) || display === 'inline' || clipPath !== 'none') return [];
			if (element.closest('.vh, svg, input, textarea')) return [];
			return [
				`${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`,
			];
		}),
	);
