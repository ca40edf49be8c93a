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
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';

const [built = 'dist'] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'starters-'));

/** What a team runs, in order; npm takes what it has before it asks the network. */
const COMMANDS = [
	['npm', 'ci', '--prefer-offline'],
	['npm', 'run', 'types'],
	['npm', 'test'],
	['npm', 'start'],
] as const;

/** Starters that are taken at once: the installs and type checks of one leave a core idle. */
const AT_ONCE = 2;

const patterns = join(root, built, 'patterns');
const waiting = (existsSync(patterns) ? readdirSync(patterns).sort() : []).filter((id) =>
	existsSync(zipOf(id)),
);
const none = waiting.length === 0;
try {
	const takeAll = async () => {
		for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
			unpack(readFileSync(zipOf(id)), folder);
			await take(id);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, takeAll));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
if (!existsSync(join(root, built, 'index.html'))) {
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

async function take(id: string): Promise<void> {
	for (const [program, ...args] of COMMANDS) {
		const { ok, output } = await runIn(join(folder, id), program, args);
		if (args[0] === 'test') console.log(`${id}: ${/^. tests .*$/m.exec(output)?.[0] ?? ''}`);
		if (ok) continue;
		console.log(`${id}: ${[program, ...args].join(' ')} failed.\n${output}`);
		process.exitCode = 1;
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
