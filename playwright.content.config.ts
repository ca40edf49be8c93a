/** Browser tests that hold of any content, over the built site of the content of this repository. */
import { defineConfig } from '@playwright/test';
import { addressOf, common, desktop, phone, serving } from '#tests/e2e/support/config.ts';

const dist = process.env.CATALOGUE_DIST ?? 'dist';
const baseURL = await addressOf(dist, 'CATALOGUE_E2E_PORT_CONTENT');
// Read by every worker, to find the pages of the site.
process.env.E2E_DIST = dist;

export default defineConfig({
	...(await common()),
	testDir: 'tests/e2e/content',
	projects: [
		{ name: 'desktop', grepInvert: /@phone/, use: { ...desktop, baseURL } },
		{ name: 'phone', grepInvert: /@desktop/, use: { ...phone, baseURL } },
	],
	webServer: [serving(dist, baseURL)],
});
