/**
 * Takes every starter of a built site as a new team does: unpack the zip, install, check the types,
 * test, run the example. Exits 1 with the output of each that fails.
 */
import { execFile } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { digestOfBytes } from '#catalogue/model/digest.ts';

const [built = 'dist'] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'starters-'));

/** npm takes what it has before it asks the network. */
const INSTALL = ['npm', 'ci', '--prefer-offline'] as const;
/** What a team runs after it, in order. */
const COMMANDS = [
	['npm', 'run', 'types'],
	['npm', 'test'],
	['npm', 'start'],
] as const;

/**
 * Where the packages of a lock are, by the digest of what npm reads. Starters with the same lock would
 * install the same: one installs, and hands its packages on.
 */
type Installed = Map<string, string>;

/** Starters that are taken at once: the installs and type checks of one leave a core idle. */
const AT_ONCE = 2;

const site = resolve(root, built);
const patterns = join(site, 'patterns');
const waiting = (existsSync(patterns) ? readdirSync(patterns).sort() : []).filter((id) =>
	existsSync(zipOf(id)),
);
const none = waiting.length === 0;
try {
	const takeAll = async () => {
		const installed: Installed = new Map();
		for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
			unpack(readFileSync(zipOf(id)), folder);
			await take(id, installed);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, takeAll));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
if (!existsSync(join(site, 'index.html'))) {
	console.log(`There is no built site in ${built}. Run: npm run build`);
	process.exitCode = 1;
} else if (none) console.log('No pattern has a starter.');

function unpack(bytes: Uint8Array, into: string): void {
	for (const [path, content] of Object.entries(unzipSync(bytes))) {
		const file = join(into, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
		if (content[0] === 0x23 && content[1] === 0x21) chmodSync(file, 0o755);
	}
}

function zipOf(id: string): string {
	return join(patterns, id, `${id}-starter.zip`);
}

async function take(id: string, installed: Installed): Promise<void> {
	const here = join(folder, id);
	const lock = ['package.json', 'package-lock.json'].map((name) => readFileSync(join(here, name)));
	const key = digestOfBytes(Buffer.concat(lock));
	const before = installed.get(key);
	if (before) renameSync(join(before, 'node_modules'), join(here, 'node_modules'));
	installed.set(key, here);
	for (const [program, ...args] of before ? COMMANDS : [INSTALL, ...COMMANDS]) {
		const { ok, output } = await runIn(here, program, args);
		if (args[0] === 'test') console.log(`${id}: ${/^. tests .*$/m.exec(output)?.[0] ?? ''}`);
		if (ok) continue;
		console.log(`${id}: ${[program, ...args].join(' ')} failed.\n${output}`);
		process.exitCode = 1;
		// What a broken install has left is nothing to hand on.
		if (args[0] === 'ci') installed.delete(key);
		return;
	}
}

function runIn(
	cwd: string,
	program: string,
	args: readonly string[],
): Promise<{ ok: boolean; output: string }> {
	// Windows starts the .cmd files of npm through a shell only.
	const options = { cwd, shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 };
	return new Promise((done) => {
		execFile(program, args, options, (error, stdout, stderr) =>
			done({ ok: !error, output: `${stdout}\n${stderr}` }),
		);
	});
}
