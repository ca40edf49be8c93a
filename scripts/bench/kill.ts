/**
 * Kills builds at random moments: what stands afterwards must be the old site or the new one. Every
 * second one is killed as it replaces the site, which is over in milliseconds.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { random } from './random.ts';

export interface KillOptions {
	/** Arguments of Node that build the site. */
	args: readonly string[];
	cwd: string;
	env: Record<string, string>;
	/** Folder of the site. */
	dist: string;
	/** A file of the content that is edited between builds. */
	edited: string;
	times: number;
	seed: number;
}

export interface Killed {
	/** Builds that were stopped before they ended by themselves. */
	killed: number;
	/** Times the old site stood afterwards, and times the new one did. */
	old: number;
	new: number;
	/** What stood there when it was neither. */
	broken: string[];
}

/** When a build is killed: counted from its start, or from the last line it prints. */
interface Moment {
	after: 'start' | 'last line';
	milliseconds: number;
}

/** Milliseconds in which a build replaces the site once it has printed its last line. */
const REPLACING = 150;

/** What that line says. */
const LAST_LINE = /\[files\].*\bsearch\b/;

/** Builds twice to know both sites, then kills as many builds as asked for. */
export async function killBuilds(options: KillOptions): Promise<Killed> {
	const { dist, edited, times, seed } = options;
	const texts = [readFileSync(edited, 'utf8')];
	texts.push(`${texts[0]}\nOne more line of prose, to be killed.\n`);
	const sites: string[] = [];
	// The second build is one after an edit, as those that are killed will be.
	let lasts = 0;
	for (const text of texts) {
		writeFileSync(edited, text);
		const start = performance.now();
		await build(options);
		lasts = performance.now() - start;
		sites.push(digestOfSite(dist));
	}
	const { int } = random(seed);
	const result: Killed = { killed: 0, old: 0, new: 0, broken: [] };
	let stands = 1;
	for (let time = 0; time < times; time += 1) {
		const wanted = 1 - stands;
		writeFileSync(edited, texts[wanted] ?? '');
		const moment: Moment =
			time % 2 === 0
				? { after: 'start', milliseconds: int(Math.round(lasts)) }
				: { after: 'last line', milliseconds: int(REPLACING) };
		if (await build(options, moment)) result.killed += 1;
		const found = digestOfSite(dist);
		if (found === sites[wanted]) result.new += 1;
		else if (found === sites[stands]) result.old += 1;
		else result.broken.push(`${moment.milliseconds} ms after the ${moment.after}: ${found}`);
		stands = sites.indexOf(found) === wanted ? wanted : stands;
	}
	writeFileSync(edited, texts[0] ?? '');
	return result;
}

/** Runs a build; with a moment, kills it and all it has started then. Says whether it was killed. */
async function build({ args, cwd, env }: KillOptions, moment?: Moment): Promise<boolean> {
	const child = spawn(process.execPath, args, {
		cwd,
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
		stdio: ['ignore', 'pipe', 'ignore'],
		// A group of its own, which is killed as a whole.
		detached: true,
	});
	const ended = new Promise<number | null>((done, fail) => {
		child.once('error', fail);
		child.once('close', (code) => done(code));
	});
	const saidAll = new Promise<void>((done) => {
		let said = '';
		child.stdout.setEncoding('utf8').on('data', (part: string) => {
			said += part;
			if (LAST_LINE.test(said)) done();
		});
	});
	const come = async ({ after, milliseconds }: Moment): Promise<void> => {
		if (after === 'last line') await saidAll;
		await wait(milliseconds);
	};
	const first = moment ? await Promise.race([ended, come(moment)]) : await ended;
	if (first === 0) return false;
	if (moment === undefined || first !== undefined) throw new Error(`A build ended with ${first}.`);
	if (child.pid) process.kill(-child.pid, 'SIGKILL');
	await ended;
	return true;
}

/** Every path and every byte of a site as one digest; a word where there is none. */
function digestOfSite(dist: string): string {
	try {
		const files = readdirSync(dist, { recursive: true, withFileTypes: true })
			.filter((item) => item.isFile())
			.map((item) => join(item.parentPath, item.name))
			.sort();
		const hash = createHash('sha256');
		for (const file of files)
			hash.update(relative(dist, file)).update('\0').update(readFileSync(file));
		return hash.digest('hex');
	} catch {
		return 'no site';
	}
}
