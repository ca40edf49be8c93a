/** What the two configurations of the browser tests share. */
import type { PlaywrightTestConfig } from '@playwright/test';
import { builtBase } from '#scripts/static-server.ts';
import { browserArguments, findChromium } from './browser.ts';
import { portFor } from './ports.ts';

export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Address of a built site on a free port of this machine. */
export async function addressOf(dist: string, portVariable: string): Promise<string> {
	const base = await builtBase(dist);
	if (!base) {
		throw new Error(
			`There is no built site in ${dist}. Run: ${dist === 'dist' ? 'npm run build' : 'node tests/build-house.ts'}`,
		);
	}
	return `http://127.0.0.1:${await portFor(portVariable)}${base}`;
}

type Server = Extract<PlaywrightTestConfig['webServer'], unknown[]>[number];

/** Serves the built site at its address while the tests run. */
export function serving(dist: string, url: string): Server {
	const command = [process.execPath, 'scripts/catalogue.ts', 'serve', '--no-build'];
	const flags = ['--dist', dist, '--port', new URL(url).port];
	return {
		command: [...command, ...flags].map((word) => JSON.stringify(word)).join(' '),
		url,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
	};
}

export const common = async (): Promise<PlaywrightTestConfig> => ({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	forbidOnly: process.env.CI !== undefined,
	fullyParallel: true,
	// A test that fails runs once more for its trace, and has failed whatever comes of that.
	retries: 1,
	failOnFlakyTests: true,
	workers: 2,
	reporter: [['line']],
	use: {
		launchOptions: { executablePath: await findChromium(), args: browserArguments },
		// A third of the time would go into traces that nobody opens.
		trace: 'on-first-retry',
	},
});
