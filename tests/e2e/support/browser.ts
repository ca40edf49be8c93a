/** Finds a Chromium without downloading one: a named one, the system's, or the one from npm. */
import { existsSync } from 'node:fs';

const systemPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** No graphics card, and no request of the browser's own that a test could mistake for the site's. */
export const browserArguments = [
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Path of the browser the tests drive. CHROMIUM_PATH names one; CHROMIUM_PATH=npm skips the
 * system's browsers.
 */
export async function findChromium(): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named && named !== 'npm') {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH is "${named}", and there is no file.`);
	}
	const installed = named ? undefined : systemPaths.find((path) => existsSync(path));
	return installed ?? (await packagedChromium());
}

/** The browser inside @sparticuz/chromium, unpacked on first use. */
async function packagedChromium(): Promise<string> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error('No Chromium was found. Install Chrome, or set CHROMIUM_PATH to a browser.');
	}
	// Read while the package loads: it then unpacks the libraries that a bare system lacks.
	if (!existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so')) {
		process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
	}
	const { default: chromium } = await import('@sparticuz/chromium');
	// Only the path: its arguments turn off web security, which would hide faults of the policy.
	return chromium.executablePath();
}
