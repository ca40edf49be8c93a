/** Runs `astro build` in a process of its own, for the command line and for the site tests. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface BuildOptions {
	/** Folder of the project. */
	cwd: string;
	/**
	 * Folder for the built site. Keep it inside the project: while it renders, Astro runs code from
	 * there that must find node_modules above it.
	 */
	outDir: string;
	/** Address to build for, in place of the one in content/organisation.yaml. */
	url?: string | undefined;
	/** Forgets what earlier builds kept. */
	force?: boolean;
}

export interface BuildResult {
	ok: boolean;
	/** All that the build printed. */
	output: string;
}

/** Builds the site and returns what the build printed; never throws for content that is wrong. */
export async function buildSite({
	cwd,
	outDir,
	url,
	force = false,
}: BuildOptions): Promise<BuildResult> {
	const { resolve } = createRequire(join(cwd, 'package.json'));
	const astro = join(dirname(resolve('astro/package.json')), 'bin/astro.mjs');
	const child = spawn(
		process.execPath,
		[astro, 'build', '--outDir', outDir, ...(force ? ['--force'] : [])],
		{
			cwd,
			env: {
				...process.env,
				ASTRO_TELEMETRY_DISABLED: '1',
				// A test runner sets this to "test", and Astro would then build a page for developers.
				NODE_ENV: 'production',
				...(url === undefined ? {} : { CATALOGUE_URL: url }),
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	const parts: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (part: string) => parts.push(part));
	}
	return new Promise((done, fail) => {
		child.once('error', fail);
		child.once('close', (code) => done({ ok: code === 0, output: parts.join('') }));
	});
}
