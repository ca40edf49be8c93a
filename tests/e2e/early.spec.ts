/**
 * A reader on a slow line types before the scripts of a page have arrived. Each form keeps what was
 * typed, and takes it into its result and its address.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { COPY, PATTERN, PROMPT } from '#tests/e2e/support/pages.ts';

/** Opens a page whose scripts wait; lets them in when called. */
async function slowly(page: Page, path: string): Promise<() => Promise<void>> {
	const { promise, resolve } = Promise.withResolvers<void>();
	// The script that sets the theme is a file of its own and blocks the page, so it is not slow.
	await page.route('**/_astro/**/*.js', async (route) => {
		await promise;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return async () => {
		resolve();
		await page.waitForLoadState('networkidle');
	};
}

/** Ticks a control of the filters, which are in a sheet on a phone and folded elsewhere. */
const tick = (control: Locator) =>
	control.evaluate((own) => {
		if (own instanceof HTMLInputElement) own.checked = true;
	});

test('What changed keeps the day and the kind', async ({ page }) => {
	const arrive = await slowly(page, 'changes/?since=2020-01-01');
	const since = page.getByLabel('Since');
	const kind = page.getByRole('combobox', { name: 'What happened' });
	await since.fill('2026-02-03');
	const wanted = await kind.locator('option').last().getAttribute('value');
	await kind.selectOption(wanted);
	await arrive();
	await expect(since).toHaveValue('2026-02-03');
	await expect(kind).toHaveValue(wanted ?? '');
	await expect(page).toHaveURL(new RegExp(`\\?since=2026-02-03&kind=${wanted}$`));
});

test('a list keeps words, a filter and the way it is grouped', async ({ page }) => {
	const arrive = await slowly(page, 'patterns/?owner=nobody');
	const words = page.getByRole('searchbox', { name: /^Find in / });
	await words.fill('letter ');
	const box = page.locator('.facets [data-facet="data"] input:enabled').first();
	await tick(box);
	await arrive();
	await expect(words).toHaveValue('letter ');
	await expect(box).toBeChecked();
	await expect(page).toHaveURL(/q=letter/);
	await expect(page).toHaveURL(/data=/);
	await expect(page).toHaveURL(/owner=nobody/);
});

test('a list keeps the answer to its question', async ({ page }) => {
	const arrive = await slowly(page, 'connectors/');
	const answer = page.locator('fieldset[data-facet] input:not([value=""])').first();
	await tick(answer);
	await arrive();
	await expect(answer).toBeChecked();
	await expect(page).toHaveURL(/\?\w+=/);
});

test('Choose keeps an answer, and its result follows', async ({ page }) => {
	const arrive = await slowly(page, 'choose/?task=several-answers&data=internal');
	await page.locator('input[name="data"][value="restricted"]').check();
	await arrive();
	await expect(page.locator('input[name="data"][value="restricted"]')).toBeChecked();
	await expect(page.locator('input[name="task"][value="several-answers"]')).toBeChecked();
	await expect(page).toHaveURL(/data=restricted/);
	await expect(page.locator('[data-result]').getByText('Risk tier').first()).toBeVisible();
});

test('Compare keeps its patterns when a name is sent too early', async ({ page }) => {
	const id = PATTERN.split('/')[1];
	const arrive = await slowly(page, `compare/?a=${id}`);
	const add = page.getByLabel('Add a pattern');
	await add.fill('Let');
	await add.press('Enter');
	await page.getByLabel('Show differences only').check();
	await arrive();
	await expect(page).toHaveURL(new RegExp(`a=${id}`));
	await expect(page.getByLabel('Show differences only')).toBeChecked();
	await expect(add).toHaveValue('Let');
});

test('the form of a copy gives its verdict, and never sends what was typed', async ({ page }) => {
	const arrive = await slowly(page, COPY);
	await page.getByLabel('Most sensitive data').selectOption({ label: 'Restricted' });
	const team = page.getByLabel('Team', { exact: true });
	await team.fill('Case team');
	await team.press('Enter');
	await arrive();
	await expect(page).toHaveURL(/\/copy\/$/);
	await expect(team).toHaveValue('Case team');
	await expect(page.locator('[data-tier]')).toContainText('No, it does not fit as it is.');
});

test('the form of a prompt shows what was typed', async ({ page }) => {
	const arrive = await slowly(page, PROMPT);
	const field = page.locator('[data-fields] :is(textarea, input[type="text"])').first();
	await field.fill('Typed on a slow line');
	await arrive();
	await expect(field).toHaveValue('Typed on a slow line');
	await expect(page.locator('[data-preview]')).toContainText('Typed on a slow line');
});

test('the maturity check keeps an answer', async ({ page }) => {
	const arrive = await slowly(page, 'maturity/');
	const yes = page.locator('.mat-q input[value="yes"]').first();
	await yes.check();
	await arrive();
	await expect(yes).toBeChecked();
	await expect(page).toHaveURL(/#./);
});

test('the search page keeps the question', async ({ page }) => {
	const arrive = await slowly(page, 'search/?q=zzqxjv');
	const field = page.getByRole('main').getByRole('searchbox');
	await field.fill('prompt injection');
	await arrive();
	await expect(field).toHaveValue('prompt injection');
	await expect(page).toHaveURL(/\?q=prompt\+injection$/);
});

test('a question of the pattern page that was opened too early still gets its form', async ({
	page,
}) => {
	const arrive = await slowly(page, PATTERN);
	await page.locator('.fitq > summary').click();
	await arrive();
	await expect(page.locator('.fitq copy-form')).toBeVisible();
});
