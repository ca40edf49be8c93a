/** Runs axe on a page and says what it finds in words a developer can act on. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { default as Axe, AxeResults, RunOptions } from 'axe-core';

declare global {
	/** Stands in the page once its source has run there. */
	var axe: typeof Axe;
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What depends on colours; the rest of a page is the same in both themes. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Violations of levels A and AA up to 2.2 and of best practice, a line for each element; `only` keeps
 * to these rules.
 */
export async function violations(page: Page, only?: readonly string[]): Promise<string[]> {
	const options: RunOptions = {
		// Without the list of all that is well, it takes a third of the time.
		resultTypes: ['violations'],
		// Style sheets would be read again for one rule, which is none of these.
		preload: { assets: ['media'] },
		runOnly: only ? { type: 'rule', values: [...only] } : { type: 'tag', values: TAGS },
	};
	// A page that has it keeps it until the next: to read it costs as much as a rule.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	const { violations: found } = await page.evaluate(
		(given): Promise<AxeResults> => axe.run(given),
		options,
	);
	return found.flatMap(({ id, impact, help, nodes }) =>
		nodes.map(({ target, any, all, none }) => {
			const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
			return `${id} (${impact}) ${help}: ${target.join(' ')}: ${why}`;
		}),
	);
}

/** Axe finds nothing in the light theme, and nothing of colours in the dark one. */
export async function expectNoViolation(page: Page): Promise<void> {
	for (const [colorScheme, rules] of [
		['light', undefined],
		['dark', COLOURS],
	] as const) {
		// Colours in the middle of a transition would be measured otherwise.
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await settle(page);
		const found = await violations(page, rules);
		// What is wrong in one theme hides nothing of the other, nor of what a test looks at next.
		expect.soft(found, `axe in the ${colorScheme} theme`).toEqual([]);
	}
}

/** Opens every folded part, so that what is inside is looked at as well. */
export async function unfold(page: Page): Promise<void> {
	await page.locator('details').evaluateAll((all) => {
		for (const details of all) details.setAttribute('open', '');
	});
	// What was folded is laid out now, and may need a font that nothing needed before.
	await settle(page);
}

/**
 * Waits until the fonts are there and what a change of looks has set off is over. A colour that is
 * handed down moves at each level after the level above, so their number says how long it takes.
 */
async function settle(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		const isMoving = () => document.getAnimations().some((one) => one instanceof CSSTransition);
		await frame();
		await document.fonts.ready;
		do {
			await frame();
			await frame();
		} while (isMoving());
	});
}
