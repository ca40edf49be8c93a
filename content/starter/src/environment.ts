/** The environment, with `.env` of the starter added where there is one; what is set already wins. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function readEnvironment(root: string): Readonly<Record<string, string | undefined>> {
	const file = join(root, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
	return process.env;
}
