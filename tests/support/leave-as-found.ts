/**
 * Test files of one worker share their modules, which saves reading the product anew for each; what a
 * file sets in the environment must not reach the next.
 */
import { afterAll, vi } from 'vitest';

const found = { ...process.env };

afterAll(() => {
	vi.unstubAllEnvs();
	for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
	Object.assign(process.env, found);
});
