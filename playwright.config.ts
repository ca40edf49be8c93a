/**
 * Browser tests over the built site of the house catalogue, and that site under a base path: `npm test`
 * builds both. The same for the content of this repository is in playwright.content.config.ts.
 *
 * A test writes addresses without a leading slash (`page.goto('patterns/')`), so that it also
 * works under a base path. Tags choose the projects: `@desktop` and `@phone` keep a test to that
 * width, `@base` also runs it under the base path.
 */
import { defineConfig } from '@playwright/test';
import { addressOf, common, desktop, phone, serving } from '#tests/e2e/support/config.ts';

const dist = process.env.HOUSE_DIST ?? '.cache/house/root';
const based = process.env.HOUSE_DIST_BASE ?? '.cache/house/base';
const atRoot = await addressOf(dist, 'CATALOGUE_E2E_PORT');
const underBase = await addressOf(based, 'CATALOGUE_E2E_PORT_BASE');
// Read by every worker, to find the pages of the site.
process.env.E2E_DIST = dist;
process.env.E2E_PRODUCT = '1';

export default defineConfig({
	...(await common()),
	projects: [
		{ name: 'desktop', grepInvert: /@phone/, use: { ...desktop, baseURL: atRoot } },
		{ name: 'phone', grepInvert: /@desktop/, use: { ...phone, baseURL: atRoot } },
		{ name: 'base-path', grep: /@base/, use: { ...desktop, baseURL: underBase } },
	],
	webServer: [serving(dist, atRoot), serving(based, underBase)],
});
