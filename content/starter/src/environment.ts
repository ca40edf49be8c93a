/**
 * The environment, with `.env` of the starter added if there is one. Values already set take
 * priority.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function readEnvironment(root: string): Readonly<Record<string, string | undefined>> {
	const file = join(root, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
	return process.env;
}
