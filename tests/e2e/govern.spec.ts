import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { pageTypes } from '#tests/e2e/support/pages.ts';

interface Queue {
	items: { what: string; seats: string[]; teams: string[] }[];
	agenda: { lines: { decision: string }[] };
}
interface Maturity {
	levels: { level: number; questions: { id: string; answeredBy: string; next: string }[] }[];
}

/** What leaders, the council and auditors print. */
const papers = pageTypes.filter(({ name }) =>
	/^(?:portfolio|queue|use-cases|evidence|incidents|coverage)\b/.test(name),
);

const sidesOf = async (page: Page) => {
	const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
	return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
};

test.describe('the review queue', () => {
	test('is narrowed down to a seat without a script', async ({ browser, request, baseURL }) => {
		const queue: Queue = await (await request.get('api/v1/queue.json')).json();
		const seat = queue.items.flatMap(({ seats }) => seats)[0];
		test.skip(seat === undefined, 'nothing waits for a seat');
		const context = await browser.newContext({
			javaScriptEnabled: false,
			...(baseURL && { baseURL }),
		});
		const page = await context.newPage();
		await page.goto('queue/');
		const rows = page.getByRole('table', { name: 'What to do, by date' }).locator('tr[data-kept]');
		const all = await rows.count();
		expect(all).toBe(Math.min(40, queue.items.length));
		for (const choice of await page.locator('fieldset label').all()) {
			const count = Number((await choice.locator('.muted').textContent()) ?? '');
			await choice.click();
			await expect(rows.locator('visible=true')).toHaveCount(count);
		}
		await context.close();
	});

	test('leads to the pages, calendars and feeds of each seat', async ({ page, request }) => {
		await page.goto('queue/');
		const table = page.getByRole('table', { name: 'What each seat has to do' });
		for (const name of ['Calendar', 'Feed']) {
			const href = await table.getByRole('link', { name }).first().getAttribute('href');
			expect((await request.get(href ?? '')).ok()).toBe(true);
		}
		await table.getByRole('rowheader').getByRole('link').first().click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Review queue:');
	});

	test('prints the agenda on one side', { tag: '@desktop' }, async ({ page }) => {
		await page.goto('queue/agenda/');
		expect(await sidesOf(page)).toBe(1);
	});
});

test.describe('the maturity check', () => {
	const own = (maturity: Maturity) =>
		maturity.levels.flatMap(({ questions }) =>
			questions.filter(({ answeredBy }) => answeredBy === 'reader'),
		);

	for (const script of [true, false]) {
		test(`follows the answers ${script ? 'with' : 'without'} a script`, async ({
			browser,
			request,
			baseURL,
		}) => {
			const maturity: Maturity = await (await request.get('api/v1/maturity.json')).json();
			const context = await browser.newContext({
				javaScriptEnabled: script,
				...(baseURL && { baseURL }),
			});
			const page = await context.newPage();
			await page.goto('maturity/');
			const level = page
				.locator('.mat-result')
				.getByText(/^Level \d$/)
				.locator('visible=true');
			await expect(level).toHaveText('Level 1');
			for (const { id } of own(maturity))
				await page.locator(`input[name="${id}"][value="yes"]`).check();
			const best = maturity.levels.every(({ questions }) =>
				questions.every(({ answeredBy }) => answeredBy === 'reader'),
			);
			if (best) await expect(level).toHaveText('Level 5');
			await context.close();
		});
	}

	test('keeps the answers in the address, and asks nothing of the site', async ({
		page,
		request,
	}) => {
		const maturity: Maturity = await (await request.get('api/v1/maturity.json')).json();
		const [question, next] = own(maturity);
		test.skip(!question || !next, 'the catalogue answers everything');
		await page.goto('maturity/');
		const steps = page.locator('[data-steps] li');
		await expect(steps.first()).toContainText(question?.next ?? '');
		const asked: string[] = [];
		page.on('request', (one) => asked.push(one.url()));
		await page.locator(`input[name="${question?.id}"][value="yes"]`).check();
		await expect(page).toHaveURL(new RegExp(`#a=${question?.id}\\.yes$`));
		await expect(steps.first()).toContainText(next?.next ?? '');
		expect(asked).toEqual([]);
		await page.reload();
		await expect(page.locator(`input[name="${question?.id}"][value="yes"]`)).toBeChecked();
		await page.goto('maturity/#a=moon.yes,%22%3E.no');
		await expect(page.locator('input[value="yes"]:checked')).toHaveCount(0);
	});
});

test('a paper is printed by its button', { tag: '@desktop' }, async ({ page }) => {
	await page.addInitScript(() => {
		window.print = () => document.documentElement.setAttribute('data-printed', '');
	});
	await page.goto('portfolio/');
	await page.getByRole('button', { name: 'Print' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-printed');
});

test('on paper no title of a fold or of a group of rows is the last line of a side', {
	tag: '@desktop',
}, async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	let seen = 0;
	for (const { path } of papers) {
		await page.goto(path);
		const heads = page.locator('main :is(summary, tr:has(> [scope=rowgroup])):visible');
		const after = await heads.evaluateAll((all) =>
			all.map((one) => getComputedStyle(one).breakAfter),
		);
		seen += after.length;
		expect(new Set(after).difference(new Set(['avoid'])), path).toEqual(new Set());
	}
	expect(seen).toBeGreaterThan(0);
});

test('the key of the portfolio comes before its cards on a phone', { tag: '@phone' }, async ({
	page,
}) => {
	await page.goto('portfolio/');
	const key = await page.getByText('Each cell is a required control:').boundingBox();
	const table = await page.locator('table.gv-port').boundingBox();
	expect(key?.y).toBeLessThan(table?.y ?? 0);
});

test('coverage says the same in the map and in the table', async ({ page }) => {
	await page.goto('coverage/controls/');
	const rows = page.locator('table.heat tbody tr');
	const count = await rows.count();
	await page.getByText('View as a table').click();
	const table = page.getByRole('table', { name: /as a table$/ });
	await expect(table.locator('tbody tr')).toHaveCount(count);
});

test('the second navigation is one line on a phone and shows the current page', {
	tag: '@phone',
}, async ({ page }) => {
	for (const path of ['portfolio/', 'queue/', 'maturity/']) {
		await page.goto(path);
		const links = page.getByRole('navigation', { name: 'Govern' }).getByRole('link');
		const tops = await links.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
		expect(tops.length).toBeGreaterThan(4);
		expect(new Set(tops).size, path).toBe(1);
		await expect(links.and(page.locator('[aria-current]'))).toBeInViewport({ ratio: 1 });
	}
});

test.describe('an evidence pack', () => {
	interface Packs {
		packs: { page: string; json: string; zip?: string }[];
	}
	const packsIn = async (request: APIRequestContext): Promise<Packs['packs']> => {
		const { packs }: Packs = await (await request.get('api/v1/evidence.json')).json();
		return packs;
	};

	test('prints on four sides at most', { tag: '@desktop' }, async ({ page, request, baseURL }) => {
		const [pack] = await packsIn(request);
		test.skip(pack === undefined, 'there is no pack');
		const path = new URL(pack?.page ?? '').pathname.split('/evidence/')[1];
		await page.goto(new URL(`evidence/${path}`, baseURL).href);
		expect(await sidesOf(page)).toBeLessThanOrEqual(4);
	});

	test('is offered in the list as a page, as JSON and as an archive', async ({ page, request }) => {
		await page.goto('evidence/');
		const row = page.getByRole('table').locator('tbody tr').first();
		test.skip((await row.count()) === 0, 'there is no pack');
		for (const name of ['HTML', 'JSON', 'zip']) {
			const href = await row.getByRole('link', { name, exact: true }).getAttribute('href');
			expect((await request.get(href ?? '')).ok(), name).toBe(true);
		}
	});
});
