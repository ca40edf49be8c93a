/**
 * Records which controls of a pattern are built: takes its starter as a team does, runs the tests of
 * every control there, and adds what passed. Nobody types a build, so that it always ran.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { starterFiles } from '#catalogue/copy/starter/assemble.ts';
import type { Entry } from '#catalogue/model/catalogue.ts';
import { hasStarter } from '#catalogue/model/starter.ts';
import { UsageError } from '../run.ts';
import { writeAll } from '../write-files.ts';
import { addBundle, type Importing } from './import.ts';

/** What is run in the unpacked starter; npm takes what it has before it asks the network. */
const COMMANDS = [
	['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'],
	['run', 'prove', '--', 'all'],
] as const;

/** The bundle that `prove` writes. */
const BUNDLE = 'evidence/build.bundle.json';

/** Exit codes: 0 added, 1 a test failed or nothing could be run, 3 already recorded. */
export async function addBuilds(
	pattern: Entry<'patterns'>,
	importing: Omit<Importing, 'wanted'>,
): Promise<number> {
	const { catalogue, io } = importing;
	if (!hasStarter(pattern, catalogue)) {
		throw new UsageError(
			`${pattern.id} has no starter, so there is nothing to build.`,
			'Give a pattern with a folder starter/.',
		);
	}
	const folder = mkdtempSync(join(tmpdir(), 'catalogue-build-'));
	try {
		writeAll(folder, starterFiles(pattern, catalogue));
		io.out(`Running the tests of every control in the starter of ${pattern.id}.`);
		for (const args of COMMANDS) {
			const { ok, output } = await npm(folder, args);
			if (ok) continue;
			for (const line of output.trim().split('\n').slice(-30)) io.error(line);
			io.error(`npm ${args.join(' ')} failed in the starter. Nothing was recorded.`);
			io.error(`    To see it yourself: npm run catalogue -- starter ${pattern.id} --out DIR`);
			return 1;
		}
		const text = readFileSync(join(folder, BUNDLE), 'utf8');
		return addBundle(text, { ...importing, wanted: `patterns/${pattern.id}` });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function npm(cwd: string, args: readonly string[]): Promise<{ ok: boolean; output: string }> {
	// Windows starts the .cmd files of npm through a shell only.
	const shell = process.platform === 'win32';
	// A run of tests inside tests would report to the outer one, and settings of a team are not ours.
	const { NODE_TEST_CONTEXT: _, USE_CASE: __, ...env } = process.env;
	const options = { cwd, env, shell, maxBuffer: 64 * 1024 * 1024 };
	return new Promise((done) => {
		execFile('npm', args, options, (error, stdout, stderr) =>
			done({ ok: !error, output: `${stdout}\n${stderr}` }),
		);
	});
}
