/** Lets Astro bundle the code of the pages in a process of its own, while this one reads the content. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { astroFolder } from './kept-bundle.ts';

/**
 * Megabytes for young objects. A bundler keeps most of what it makes, so more room is no faster, and
 * it holds its most while the content is being read.
 */
const YOUNG = 4;

export interface Bundling {
	/** Whether the code is bundled, once Astro has ended; it has said itself what was wrong. */
	done: Promise<boolean>;
	stop: () => void;
}

/**
 * Astro works below the project: for a site elsewhere it would bundle into a folder that all builds
 * share, and take what a build that was killed has left there for its own.
 *
 * @param site folder for scripts, styles and what is public
 * @param work folder below the project that is gone with the build
 */
export function startBundling(site: string, work: string): Bundling {
	const astro = join(astroFolder(), 'bin/astro.mjs');
	const bundled = join(work, 'bundled');
	const args = [`--max-semi-space-size=${YOUNG}`, astro, 'build', '--outDir', bundled];
	const child = spawn(process.execPath, args, {
		env: { ...process.env, CATALOGUE_BUNDLE: '1' },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const stop = endWith(child);
	const done = new Promise<boolean>((resolve) => {
		child.once('error', () => resolve(false));
		child.once('close', (code) => {
			resolve(code === 0 && isCopied(bundled, site));
		});
	});
	return { done, stop };
}

/** Whether scripts, styles and what is public stand in the site now; a full disk is told in a line. */
function isCopied(from: string, site: string): boolean {
	try {
		cpSync(from, site, { recursive: true });
		return true;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		console.error(`[build] What Astro has bundled cannot be copied into the site: ${why}`);
		return false;
	}
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends the child with this process, whatever ends that. */
function endWith(child: ChildProcess): () => void {
	const stop = () => {
		child.kill();
	};
	process.once('exit', stop);
	for (const signal of SIGNALS) process.once(signal, () => process.exit(1));
	return stop;
}
