/** Lets Astro bundle the code of the pages in a process of its own, while this one reads the content. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { astroFolder } from './kept-bundle.ts';

export interface Bundling {
	/** Whether the code is bundled, once Astro has ended; it has said itself what was wrong. */
	done: Promise<boolean>;
	stop: () => void;
}

/** @param site folder for scripts and styles */
export function startBundling(site: string): Bundling {
	const astro = join(astroFolder(), 'bin/astro.mjs');
	const child = spawn(process.execPath, [astro, 'build', '--outDir', site], {
		env: { ...process.env, CATALOGUE_BUNDLE: '1' },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const stop = endWith(child);
	const done = new Promise<boolean>((resolve) => {
		child.once('error', () => resolve(false));
		child.once('close', (code) => resolve(code === 0));
	});
	return { done, stop };
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
