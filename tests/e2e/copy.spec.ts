import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { digestOfBytes } from '#catalogue/model/digest.ts';
import { COPY } from '#tests/e2e/support/pages.ts';

const team = (page: Page) => page.getByLabel('Team', { exact: true });
const owner = (page: Page) => page.getByLabel('Owner');
const extraData = (page: Page) => page.getByLabel('Most sensitive data');
const submit = (page: Page) => page.getByRole('button', { name: 'Download the filled starter' });
const verdict = (page: Page) => page.locator('[data-tier]');

/** Files of a downloaded zip by path. */
async function downloaded(page: Page, press: () => Promise<void>) {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	const bytes = await readFile(await download.path());
	const files = Object.entries(unzipSync(bytes)).map(([path, own]) => [path, strFromU8(own)]);
	return { bytes, name: download.suggestedFilename(), files: Object.fromEntries(files) };
}

test.beforeEach(async ({ page }) => {
	await page.goto(COPY);
});

test('the form fills the starter in, in the page @base', async ({ page }) => {
	await team(page).fill('Case team <script>alert(1)</script>');
	await owner(page).fill('Head of Care');
	await expect(verdict(page)).toContainText('Yes, it fits as it is. The risk tier stays medium.');
	const { name, files } = await downloaded(page, () => submit(page).click());
	expect(name).toBe('letter-sorting-starter.zip');
	await expect(
		page.getByRole('main').getByText('Downloaded: letter-sorting-starter.zip.'),
	).toBeVisible();
	expect(files['letter-sorting/README.md']).toContain('Owner: **Head of Care**');
	const manifest = JSON.parse(files['letter-sorting/catalogue.json']);
	expect(manifest.parameters).toMatchObject({ owner: 'Head of Care', model: 'large' });
	expect(Object.keys(manifest.filled)).toContain('README.md');
});

test('the plain zip has the checksum the page shows @base', async ({ page }) => {
	const row = page.getByRole('row').filter({ hasText: 'starter.zip' });
	const shown = await row.locator('.mono').last().textContent();
	const link = row.getByRole('link');
	const { bytes } = await downloaded(page, () => link.click());
	expect(digestOfBytes(bytes)).toBe(shown?.trim());
});

test('what the policy refuses is refused in plain words, with the rules behind it @desktop', async ({
	page,
}) => {
	await team(page).fill('Case team');
	await owner(page).fill('Head of Care');
	await extraData(page).selectOption({ label: 'Restricted' });
	await expect(verdict(page)).toContainText('No, it does not fit as it is.');
	await expect(verdict(page)).toContainText('The risk tier rises from medium to high.');
	const against = page.locator('[data-refused]');
	await expect(against.getByText('Letter desk accepts data up to confidential.')).toBeVisible();
	await expect(against.getByRole('link', { name: 'data-ceiling' })).toBeVisible();
	await expect(against.locator('[data-nearest]')).toHaveText(
		'No other pattern for this task is designed for this data yet.',
	);
	await expect(submit(page)).toBeDisabled();
	let downloads = 0;
	page.on('download', () => {
		downloads += 1;
	});
	await submit(page).click({ force: true });
	await extraData(page).selectOption('');
	await expect(submit(page)).toBeEnabled();
	expect(downloads).toBe(0);
	await expect(against).toBeEmpty();
});

test('an empty field says what to write, and gets the focus', async ({ page }) => {
	await submit(page).click();
	await expect(team(page)).toBeFocused();
	await expect(team(page)).toHaveAccessibleDescription(/Team is empty\. Write the name/);
	await expect(owner(page)).toHaveAccessibleDescription(/Owner is empty\./);
});

test('a zip that is not the one of the page is not filled @desktop', async ({ page }) => {
	await page.route('**/*-starter.zip', (route) => route.fulfill({ body: 'tampered' }));
	await team(page).fill('Case team');
	await owner(page).fill('Head of Care');
	await submit(page).click();
	await expect(verdict(page)).toContainText('its SHA-256 differs');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the plain zip is there, and the form is not', async ({ page }) => {
		await expect(page.getByRole('link', { name: 'The plain zip' })).toBeVisible();
		await expect(page.locator('copy-form form')).toBeHidden();
	});
});
