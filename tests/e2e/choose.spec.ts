import { expect, type Page, test } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/keyboard.ts';
import { publishedPatterns } from '#tests/e2e/support/published.ts';

const result = (page: Page) => page.getByRole('region', { name: 'Result' });
const question = (page: Page, ask: string) => page.getByRole('group', { name: ask });
const option = (page: Page, ask: string, label: string) =>
	question(page, ask).getByRole('radio', { name: new RegExp(`^${label}`) });
const queryOf = (page: Page) => new URL(page.url()).search;
const DATA = 'What is the most sensitive data it uses?';

test('each answer changes the result and the address @base', async ({ page }) => {
	await page.goto('choose/');
	await expect(result(page).getByRole('heading', { level: 2 })).toHaveText(
		'Answer question 1 to find out',
	);
	// Any question can come first.
	await option(page, DATA, 'Confidential').check();
	await expect(result(page)).toContainText('Confidential data passes through it.');
	expect(queryOf(page)).toBe('?data=confidential');
	await option(page, 'What kind of task is it?', 'Several answers').check();
	await expect(result(page).getByRole('heading', { level: 2 })).toHaveText(
		'Yes, with the controls of medium tier',
	);
	await option(page, 'Does it influence a decision about a person?', 'Yes').check();
	await expect(result(page).getByRole('heading', { level: 2 })).toHaveText(
		'Only if a person decides',
	);
	await expect(result(page)).toContainText('Every 3 months');
	expect(queryOf(page)).toBe('?task=several-answers&data=confidential&decidesAboutPerson=yes');
});

test('an address brings the answers back, and says what it does not understand', async ({
	page,
}) => {
	await page.goto('choose/?data=restricted&reach=moon');
	await expect(option(page, DATA, 'Restricted')).toBeChecked();
	await expect(result(page)).toContainText('We did not understand reach=moon in the address.');
	await expect(result(page)).toContainText('High');
});

test('the page of a pattern starts it with the answers of that pattern', async ({
	page,
	request,
}) => {
	const [first] = await publishedPatterns(request);
	await page.goto(`choose/?pattern=${first?.id}`);
	// The address then has the answers, so that it can be kept and shared.
	await expect(page).toHaveURL(/\?problem=.*&data=.*&reach=/);
	await expect(page.getByRole('radio', { checked: true })).not.toHaveCount(0);
	await expect(result(page)).not.toContainText('We did not understand');
	await page.goto('choose/?pattern=no-such-pattern');
	await expect(result(page)).toContainText('We did not understand pattern=no-such-pattern');
});

test('an answer can be taken back, and all of them at once', async ({ page }) => {
	await page.goto('choose/?data=restricted&regulated=no');
	await question(page, DATA)
		.getByRole('button', { name: /^Clear/ })
		.click();
	await expect(page).toHaveURL(/\?regulated=no$/);
	await expect(option(page, DATA, 'Restricted')).not.toBeChecked();
	await page.getByRole('button', { name: 'Start again' }).click();
	await expect(page).toHaveURL(/\/choose\/$/);
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('the patterns of a task are those the site has for it, each with a way to its page', async ({
	page,
	request,
}) => {
	const all = await publishedPatterns(request);
	const task = all[0]?.facets.problem?.[0] ?? '';
	const wanted = all.filter(({ facets }) => facets.problem?.includes(task));
	await page.goto(`choose/?problem=${task}`);
	for (const { title } of wanted.slice(0, 5)) {
		await expect(result(page).getByRole('link', { name: title, exact: true })).toBeVisible();
	}
	await result(page)
		.getByRole('link', { name: wanted[0]?.title ?? '', exact: true })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(wanted[0]?.title ?? '');
});

test('a pattern can be asked for with the answers filled in', async ({ page }) => {
	await page.goto('choose/?problem=check&data=internal');
	const link = result(page).getByRole('link', { name: 'Ask for this pattern' });
	const address = new URL((await link.getAttribute('href')) ?? '');
	expect(address.pathname).toMatch(/issues\/new$/);
	const text = address.searchParams.get('body') ?? address.searchParams.get('issue[description]');
	expect(text).toContain('- What do you need to do? Check');
	expect(text).toContain('choose/?problem=check&data=internal');
});

test('where rules are enough, nothing is required and nothing is asked for', async ({ page }) => {
	await page.goto('choose/?task=one-answer&data=restricted');
	await expect(result(page).getByRole('heading', { level: 2 })).toHaveText(
		'No, use fixed rules instead',
	);
	await expect(result(page)).not.toContainText('What you must do');
	await expect(result(page).getByRole('link', { name: 'Ask for this pattern' })).toBeHidden();
});

test('the keyboard alone answers, follows an open question and copies the address @desktop', async ({
	page,
	context,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('choose/');
	await tabTo(page, option(page, 'What kind of task is it?', 'The same input'));
	await page.keyboard.press('ArrowDown');
	await expect(page).toHaveURL(/\?task=several-answers$/);
	const open = result(page).getByRole('link', { name: 'question 2' });
	await open.focus();
	await page.keyboard.press('Enter');
	await expect(question(page, 'What do you need to do?')).toBeInViewport();
	const copy = page.getByRole('button', { name: 'Copy link to this result' });
	await copy.focus();
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
		/choose\/\?task=several-answers#result$/,
	);
});

test('a phone leads from the questions to the result @phone', async ({ page }) => {
	await page.goto('choose/?data=confidential');
	const jump = page.getByRole('button', { name: 'See the result' });
	await expect(jump).toBeInViewport();
	await jump.click();
	await expect(result(page).getByRole('heading', { level: 2 })).toBeInViewport();
});

test('a result that does not load says so, and the next answer tries again', async ({ page }) => {
	await page.route('**/policy.json', (route) => route.abort(), { times: 1 });
	await page.goto('choose/');
	await expect(result(page)).toContainText('The result did not load.');
	await option(page, DATA, 'Public').check();
	await expect(result(page)).toContainText('Risk tier');
});

test('paper shows the answers and the result, and not the open questions @desktop', async ({
	page,
}) => {
	await page.goto('choose/?data=confidential');
	await expect(result(page)).toContainText('Confidential data passes through it.');
	await page.emulateMedia({ media: 'print' });
	await expect(result(page)).toBeVisible();
	await expect(question(page, DATA)).toBeVisible();
	await expect(page.getByText('Who receives the output?')).toBeHidden();
	await expect(page.getByText('Anyone may read it')).toBeHidden();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the same decision is there as tables', async ({ page }) => {
		await page.goto('choose/');
		await expect(page.locator('choose-form')).toBeHidden();
		await expect(page.getByRole('table', { name: 'Risk tiers' })).toContainText(
			'Confidential data passes through it.',
		);
		await expect(page.getByRole('table', { name: 'Kinds of task' })).toBeVisible();
		await expect(
			page.getByRole('table', { name: 'Patterns by task' }).getByRole('link').first(),
		).toBeVisible();
	});
});
