/** Notes what a page must never do: break the content policy, ask another host, or throw. */
import type { Page } from '@playwright/test';

/** Faults are added as they happen, each with the address of the page. */
export async function watch(page: Page): Promise<string[]> {
	const faults: string[] = [];
	const note = (what: string) => faults.push(`${new URL(page.url()).pathname}: ${what}`);
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
			console.error(`Refused by ${violatedDirective}: ${blockedURI} in ${sourceFile}`);
		});
	});
	page.on('console', (message) => {
		const text = message.text();
		if (/refused|content security policy/i.test(text)) note(text);
	});
	page.on('pageerror', ({ message }) => note(`error: ${message}`));
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		const main = request.isNavigationRequest() ? origin : new URL(page.url()).origin;
		const inside = protocol === 'data:' || protocol === 'blob:';
		if (origin !== main && !inside) note(`asks ${request.url()}`);
	});
	page.on('response', (response) => {
		const failed = response.status() >= 400 && !response.request().isNavigationRequest();
		if (failed) note(`${response.status()} ${response.url()}`);
	});
	return faults;
}
