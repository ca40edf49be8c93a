/** Runs checks, a line for each, and the whole output of each that fails. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { runSteps } from './schedule.ts';
import type { Step } from './steps.ts';
import { passed, readCounts, readFailures, type StepResult, totalLine } from './test-report.ts';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, '.cache');

/** Runs the steps and gives the exit code: 0 when every check passed. */
export async function runChecks(
	steps: readonly Step[],
	{ all }: { all: boolean },
): Promise<number> {
	await mkdir(cache, { recursive: true });
	const folder = await mkdtemp(join(cache, 'test-'));
	const start = performance.now();
	try {
		const results = await runSteps({
			steps,
			all,
			cores: availableParallelism(),
			run: (step) => runStep(step, join(folder, `${steps.indexOf(step)}-report.json`)),
			isGood: ({ ok }) => ok,
		});
		const budget = steps.reduce((sum, step) => sum + step.budget, 0);
		console.log(`${totalLine(results)}, in ${secondsSince(start)} s of ${budget} s`);
		return results.every(({ ok }) => ok) ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true });
	}
}

const secondsSince = (start: number) => ((performance.now() - start) / 1000).toFixed(1);

async function runStep(step: Step, file: string): Promise<StepResult> {
	const start = performance.now();
	const { ok: ended, output } = await runProcess(step, file);
	const time = `${secondsSince(start)} s of ${step.budget} s`;
	if (!ended && step.leftOutIf?.test(output)) {
		const why = output.split('\n').find((line) => step.leftOutIf?.test(line)) ?? '';
		console.log(`left out ${step.name}: ${why.trim()}`);
		return { ok: true };
	}
	const report = step.tests && (await readFile(file, 'utf8').catch(() => undefined));
	// A runner that ended before it wrote a report has no counts.
	const counts = report ? readCounts(report) : undefined;
	const ok = passed({ ok: ended, counts }, step.tests === true);

	const tests = counts ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
	const skipped = counts?.skipped ? `, ${counts.skipped} skipped` : '';
	console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(20)} ${time}${tests}${skipped}`);
	if (!ok) {
		for (const failure of report ? readFailures(report) : []) console.log(`\n${failure}`);
		console.log(`\n${output.trimEnd()}\n`);
	}
	return { ok, counts };
}

function runProcess(
	{ command: [program = '', ...args], env, tests }: Step,
	file: string,
): Promise<{ ok: boolean; output: string }> {
	const script = program.endsWith('.ts');
	const vitestFile = program === 'vitest' ? [`--outputFile.json=${file}`] : [];
	const windows = process.platform === 'win32';
	const bin = join(root, 'node_modules/.bin', windows ? `${program}.cmd` : program);
	const child = spawn(
		script ? process.execPath : bin,
		[...(script ? [program] : []), ...args, ...vitestFile],
		{
			cwd: root,
			env: {
				...process.env,
				// The Node that runs this file, for every program it starts.
				PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
				ASTRO_TELEMETRY_DISABLED: '1',
				// Hundreds of programs are the same code: it is read once in a run.
				NODE_COMPILE_CACHE: join(dirname(file), 'code'),
				...(tests && { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
				...env,
			},
			// Windows starts the .cmd files of npm through a shell only.
			shell: windows && !script,
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
