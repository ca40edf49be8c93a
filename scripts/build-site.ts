/**
 * Builds the site in a folder of its own and then puts it in place, for the command line and for
 * the site tests. Astro runs in a process of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { commitText } from '#catalogue/model/commit.ts';
import { commitOf } from './commit.ts';
import { publish, recover, remove, removeLater, workFolder } from './publish.ts';
import { codeFolder } from './start-fast.ts';

export interface BuildOptions {
	/** Folder of the project. */
	cwd: string;
	/** Folder for the built site, in the project or elsewhere. */
	outDir: string;
	/** Address to build for, in place of the one in content/organisation.yaml. */
	url?: string | undefined;
	/** Makes anew only what has changed since the last build; a release makes everything anew. */
	fast?: boolean;
	/** Hears each part of what the build prints, as it is printed. */
	hear?: (part: string) => void;
}

export interface BuildResult {
	ok: boolean;
	/** All that the build printed. */
	output: string;
}

/**
 * Room for young objects in megabytes. A build makes many and keeps few; with the default most of
 * its garbage is collected several times. A fast one makes less, and indexes meanwhile.
 */
const YOUNG = { release: 32, fast: 16 };

/** Builds the site and returns what the build printed; never throws for content that is wrong. */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
	const target = resolve(options.cwd, options.outDir);
	recover(target);
	const env = { ...(await environment(options)), ...(options.fast && compiled(options.cwd)) };
	const mayKeep = options.fast && !process.env.CI;
	if (mayKeep && (await isUnchanged(options.cwd, env, target))) {
		options.hear?.('Nothing has changed since the last build.\n');
		return { ok: true, output: '' };
	}
	const beside = workFolder(target);
	// Code that is bundled finds its packages only below the project, wherever the site is to stand.
	const work = workFolder(join(options.cwd, '.astro/build'));
	const stop = onSignal(() => {
		remove(beside);
		remove(work);
	});
	try {
		const site = join(beside, 'site');
		mkdirSync(site);
		const run = (args: string[]) =>
			runBuild(args, options, { ...env, ...told(options, work) }, stop.child);
		let { code, output } = await run([join(options.cwd, 'src/site/make.ts'), site]);
		if (code === ASTRO_ALONE) {
			remove(site);
			mkdirSync(site);
			const alone = await run([...astroIn(options.cwd), '--outDir', site]);
			[code, output] = [alone.code, output + alone.output];
		}
		if (code === 0) publish(site, target);
		return { ok: code === 0, output };
	} finally {
		stop.off();
		remove(work);
		// The site before stands in it now.
		removeLater(beside);
	}
}

/** What the processes of a build are told: the address, and the commit of the content. */
async function environment({ cwd, url }: BuildOptions): Promise<NodeJS.ProcessEnv> {
	const commit = await commitOf(process.env.CATALOGUE_ROOT ?? cwd);
	return {
		...(commit && { CATALOGUE_COMMIT: commitText(commit) }),
		...process.env,
		...(url === undefined ? {} : { CATALOGUE_URL: url }),
	};
}

/** Where a fast build finds its code compiled. */
function compiled(cwd: string): NodeJS.ProcessEnv {
	const folder = codeFolder(cwd);
	return folder ? { NODE_COMPILE_CACHE: folder } : {};
}

/** Asked in a process of its own, because the code of the site knows it and Astro need not start. */
function isUnchanged(cwd: string, env: NodeJS.ProcessEnv, target: string): Promise<boolean> {
	const child = spawn(process.execPath, [join(cwd, 'src/site/unchanged.ts'), target], {
		cwd,
		env,
		stdio: 'ignore',
	});
	return new Promise((done) => {
		child.once('error', () => done(false));
		child.once('close', (code) => done(code === 0));
	});
}

interface Run {
	code: number | null;
	/** All that was printed. */
	output: string;
}

/** How the program ends that makes the site, where it cannot run the code that Astro has bundled. */
const ASTRO_ALONE = 3;

function astroIn(cwd: string): string[] {
	const { resolve: find } = createRequire(join(cwd, 'package.json'));
	return [join(dirname(find('astro/package.json')), 'bin/astro.mjs'), 'build'];
}

/** What the program that builds is told, beside what all processes of a build are. */
const told = ({ cwd, fast = false, outDir }: BuildOptions, work: string): NodeJS.ProcessEnv => ({
	ASTRO_TELEMETRY_DISABLED: '1',
	// A test runner sets this to "test", and Astro would then build a page for developers.
	NODE_ENV: 'production',
	CATALOGUE_WORK: work,
	CATALOGUE_TARGET: resolve(cwd, outDir),
	CATALOGUE_FAST: fast ? '1' : '',
});

/**
 * Astro counts the pages that its own loop wrote, which are none, and is complete before the site is;
 * the line of `[pages]` counts all.
 */
const SAID_BY_ASTRO = /^.*(?:\b0 page\(s\) built in |\bComplete!).*\r?\n/gm;

function runBuild(
	args: readonly string[],
	{ cwd, fast, hear }: BuildOptions,
	env: NodeJS.ProcessEnv,
	started: (child: ChildProcess) => void,
): Promise<Run> {
	const young = fast ? YOUNG.fast : YOUNG.release;
	const child = spawn(process.execPath, [`--max-semi-space-size=${young}`, ...args], {
		cwd,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	started(child);
	const parts: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (printed: string) => {
			const part = printed.replace(SAID_BY_ASTRO, '');
			parts.push(part);
			hear?.(part);
		});
	}
	return new Promise((done, fail) => {
		child.once('error', fail);
		child.once('close', (code) => done({ code, output: parts.join('') }));
	});
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends the build with the command, and leaves nothing of it behind. */
function onSignal(clean: () => void): { child: (child: ChildProcess) => void; off: () => void } {
	let running: ChildProcess | undefined;
	const end = (signal: NodeJS.Signals) => {
		running?.kill(signal);
		clean();
		process.off(signal, end);
		process.kill(process.pid, signal);
	};
	for (const signal of SIGNALS) process.on(signal, end);
	return {
		child: (child) => {
			running = child;
		},
		off: () => {
			for (const signal of SIGNALS) process.off(signal, end);
		},
	};
}
