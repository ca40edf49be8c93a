/** Runs axe on a page and says what it finds in words a developer can act on. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Violations of levels A and AA up to 2.2 and of best practice, a line for each element. */
export async function violations(page: Page): Promise<string[]> {
	// No page has frames, so axe need not open a second page to put their results together.
	const { violations: found } = await new AxeBuilder({ page })
		// Without the list of all that is well, it takes a third of the time.
		.options({ resultTypes: ['violations'] })
		.withTags(TAGS)
		.setLegacyMode()
		.analyze();
	return found.flatMap(({ id, impact, help, nodes }) =>
		nodes.map(({ target, any, all, none }) => {
			const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
			return `${id} (${impact}) ${help}: ${target.join(' ')}: ${why}`;
		}),
	);
}

/** Opens every folded part, so that what is inside is looked at as well. */
export async function unfold(page: Page): Promise<void> {
	await page.locator('details').evaluateAll((all) => {
		for (const details of all) details.setAttribute('open', '');
	});
	// What was folded is laid out now, and may need a font that nothing needed before.
	await page.evaluate(async () => {
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		await frame();
		await document.fonts.ready;
		await frame();
		await frame();
	});
}
