/**
 * Browser tests over a site that is built already: `dist`, and `.cache/site/base` under a base path.
 *
 * A test writes addresses without a leading slash (`page.goto('patterns/')`), so that it also
 * works under a base path. Tags choose the projects: `@desktop` and `@phone` keep a test to that
 * width, `@base` also runs it under the base path.
 */
import { existsSync } from 'node:fs';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { builtBase } from '#scripts/static-server.ts';
import { browserArguments, findChromium } from '#tests/e2e/support/browser.ts';
import { portFor } from '#tests/e2e/support/ports.ts';

const BASE_DIST = '.cache/site/base';

const dist = process.env.CATALOGUE_DIST ?? 'dist';
const basedDist = process.env.CATALOGUE_DIST_BASE ?? BASE_DIST;
// `npm test` always names the folder. A run by hand without that build leaves the project out.
const withBase = process.env.CATALOGUE_DIST_BASE !== undefined || existsSync(BASE_DIST);
const port = await portFor('CATALOGUE_E2E_PORT');
const basedPort = await portFor('CATALOGUE_E2E_PORT_BASE');
const atRoot = await address(port, dist);
const underBase = withBase ? await address(basedPort, basedDist) : '';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

async function address(at: number, folder: string): Promise<string> {
	const base = await builtBase(folder);
	if (!base) throw new Error(`There is no built site in ${folder}. Run: npm run build`);
	return `http://127.0.0.1:${at}${base}`;
}

type Server = Extract<PlaywrightTestConfig['webServer'], unknown[]>[number];

function serving(folder: string, at: number, url: string): Server {
	const command = [process.execPath, 'scripts/catalogue.ts', 'serve', '--no-build'];
	const flags = ['--dist', folder, '--port', String(at)];
	return {
		command: [...command, ...flags].map((word) => JSON.stringify(word)).join(' '),
		url,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
	};
}

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	forbidOnly: process.env.CI !== undefined,
	fullyParallel: true,
	workers: 2,
	reporter: [['line']],
	use: {
		launchOptions: { executablePath: await findChromium(), args: browserArguments },
		trace: 'retain-on-failure',
	},
	projects: [
		{ name: 'desktop', grepInvert: /@phone/, use: { baseURL: atRoot, viewport: desktop } },
		{
			name: 'phone',
			grepInvert: /@desktop/,
			use: { baseURL: atRoot, viewport: phone, hasTouch: true, isMobile: true },
		},
		...(withBase
			? [{ name: 'base-path', grep: /@base/, use: { baseURL: underBase, viewport: desktop } }]
			: []),
	],
	webServer: [
		serving(dist, port, atRoot),
		...(withBase ? [serving(basedDist, basedPort, underBase)] : []),
	],
});
