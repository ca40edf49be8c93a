/** `npm test`: every check there is, in order, a line for each; the first that fails ends the run. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { passed, readCounts, readFailures, type StepResult, totalLine } from './test-report.ts';

interface Step {
	name: string;
	/** Program of node_modules, or a script of ours, and its arguments. */
	command: readonly string[];
	env?: Readonly<Record<string, string>>;
	/** The step runs tests and must leave a report of them. */
	tests?: true;
}

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');

/** Built once here, then read by the site tests and the browser tests. */
const built = { CATALOGUE_DIST: 'dist', CATALOGUE_DIST_BASE: '.cache/site/base' };
const vitest = ['vitest', 'run', '--reporter=default', '--reporter=json', '--project'];

const steps: readonly Step[] = [
	{
		name: 'format and lint',
		command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=none', '.'],
	},
	{ name: 'types', command: ['astro', 'check'] },
	{ name: 'unit tests', command: [...vitest, 'unit'], tests: true },
	{ name: 'content', command: ['scripts/catalogue.ts', 'validate'] },
	{ name: 'code owners', command: ['scripts/catalogue.ts', 'codeowners', '--check'] },
	{ name: 'build', command: ['scripts/catalogue.ts', 'build', '--out', built.CATALOGUE_DIST] },
	{ name: 'starters', command: ['scripts/test-starters.ts', built.CATALOGUE_DIST] },
	{
		name: 'build under /ai/',
		command: ['scripts/catalogue.ts', 'build', '--out', built.CATALOGUE_DIST_BASE],
		env: { CATALOGUE_URL: 'https://host.example/ai/' },
	},
	{ name: 'site tests', command: [...vitest, 'site'], env: built, tests: true },
	{
		name: 'browser tests',
		command: ['playwright', 'test', '--reporter=line,json'],
		env: built,
		tests: true,
	},
];

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'test-'));
const results: StepResult[] = [];
try {
	for (const step of steps) {
		const result = await runStep(step);
		results.push(result);
		if (!result.ok && !values.all) break;
	}
} finally {
	await rm(folder, { recursive: true });
}
console.log(totalLine(results));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

async function runStep(step: Step): Promise<StepResult> {
	const file = join(folder, `${results.length}-report.json`);
	const start = performance.now();
	const { ok: ended, output } = await runProcess(step, file);
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const report = step.tests && (await readFile(file, 'utf8').catch(() => undefined));
	// A runner that ended before it wrote a report has no counts.
	const counts = report ? readCounts(report) : undefined;
	const ok = passed({ ok: ended, counts }, step.tests === true);

	const tests = counts ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
	const skipped = counts?.skipped ? `, ${counts.skipped} skipped` : '';
	console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(16)} ${seconds} s${tests}${skipped}`);
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
