/** Free ports for the servers of one test run, so that two runs on a machine do not meet. */
import { createServer } from 'node:net';

/**
 * The port kept in an environment variable, or a free one, then kept there: Playwright reads its
 * configuration again in every worker, and all must see the same address.
 */
export async function portFor(variable: string): Promise<number> {
	process.env[variable] ??= String(await freePort());
	return Number(process.env[variable]);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
