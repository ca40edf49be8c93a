/**
 * Takes every starter of a built site as a new team does: unpack the zip, install, check the types,
 * test, run the example. Exits 1 with the output of the first that fails.
 */
import { spawnSync } from 'node:child_process';
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

let taken = 0;
try {
	const patterns = join(root, built, 'patterns');
	for (const id of existsSync(patterns) ? readdirSync(patterns).sort() : []) {
		const zip = join(patterns, id, `${id}-starter.zip`);
		if (!existsSync(zip)) continue;
		unpack(readFileSync(zip), folder);
		take(id);
		taken += 1;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
if (taken === 0) {
	console.log(`There is no starter in ${built}. Build the site first.`);
	process.exitCode = 1;
}

function unpack(bytes: Uint8Array, into: string): void {
	for (const [path, content] of Object.entries(unzipSync(bytes))) {
		const file = join(into, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
		if (content[0] === 0x23 && content[1] === 0x21) chmodSync(file, 0o755);
	}
}

function take(id: string): void {
	for (const [program, ...args] of COMMANDS) {
		const { status, stdout, stderr } = spawnSync(program, args, {
			cwd: join(folder, id),
			encoding: 'utf8',
			// Windows starts the .cmd files of npm through a shell only.
			shell: process.platform === 'win32',
		});
		if (args[0] === 'test')
			console.log(`${id}: ${/^. (?:tests|# tests) .*$/m.exec(stdout)?.[0] ?? ''}`);
		if (status === 0) continue;
		console.log(
			`${id}: ${[program, ...args].join(' ')} ended with ${status}\n${stdout}\n${stderr}`,
		);
		process.exitCode = 1;
		return;
	}
}
