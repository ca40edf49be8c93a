/** Measures builds and checks of a synthetic catalogue, as whole processes. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCatalogue, type Uses } from '../bench/generate.ts';
import { killBuilds } from '../bench/kill.ts';
import { type Measured, measure } from '../bench/measure.ts';
import { patternId } from '../bench/pattern.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';

export const bench = defineCommand({
	name: 'bench',
	summary: 'Time release builds, fast builds and validate of a synthetic catalogue of n patterns.',
	usage: [
		'npm run bench -- --n 1000 [--uses N --records N] [--seed 1] [--kills N] [--json FILE] [--keep]',
		'  --n N        patterns on top of the real ones; several sizes as 100,1000',
		'  --uses N     use cases of these patterns; 0 by default',
		'  --records N  files of records about the uses; 0 by default',
		'  --checks     time the checks only, and build nothing',
		'  --seed N     seed of the generator; the same seed gives the same catalogue',
		'  --kills N    kill N fast builds of the first size, half of them as they replace the site',
		'  --json FILE  write the figures there as well',
		'  --keep       leave the synthetic catalogue and its site, and print where',
		'Exit codes: 0 measured, 1 a build or check failed, 2 wrong use.',
	],
	async run(args, io) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				n: { type: 'string', default: '1000' },
				seed: { type: 'string', default: '1' },
				uses: { type: 'string' },
				records: { type: 'string' },
				checks: { type: 'boolean', default: false },
				kills: { type: 'string', default: '0' },
				json: { type: 'string' },
				keep: { type: 'boolean', default: false },
			},
		});
		const sizes = values.n.split(',').map((text) => wholeNumber('--n', text));
		const seed = wholeNumber('--seed', values.seed);
		const records = values.records === undefined ? 0 : wholeNumber('--records', values.records);
		const uses = {
			uses: values.uses === undefined ? 0 : wholeNumber('--uses', values.uses),
			records,
		};
		if (records > 0 && uses.uses === 0)
			throw new UsageError('--records needs use cases.', 'Add --uses N.');
		if (values.checks) return benchChecks(sizes, seed, uses, io);
		const results: Figures[] = [];
		for (const size of sizes) {
			const kills = results.length === 0 && values.kills !== '0' ? values.kills : undefined;
			const times = kills === undefined ? 0 : wholeNumber('--kills', kills);
			const figures = await benchSize({ size, seed, uses, kills: times, keep: values.keep }, io);
			if (!figures) return 1;
			results.push(figures);
		}
		for (const line of table(results)) io.out(line);
		const text = `${JSON.stringify({ seed, node: process.version, results }, null, 2)}\n`;
		io.out(text.trimEnd());
		if (values.json) await writeFile(values.json, text);
		return 0;
	},
});

interface Figures {
	patterns: number;
	releaseSeconds: number;
	releaseCpuSeconds: number;
	fastSeconds: number;
	fastCpuSeconds: number;
	sameSeconds: number;
	sameCpuSeconds: number;
	validateFirstSeconds: number;
	validateSeconds: number;
	peakMegabytes: number;
	files: number;
	outputMegabytes: number;
	searchMegabytes: number;
}

/** Times the checks alone: once without a cache, then three times with it. */
async function benchChecks(
	sizes: readonly number[],
	seed: number,
	uses: Uses,
	io: Io,
): Promise<number> {
	for (const size of sizes) {
		const root = await mkdtemp(join(tmpdir(), 'catalogue-bench-'));
		try {
			await generateCatalogue(io.cwd, root, size, seed, uses);
			const script = join(io.cwd, 'scripts/catalogue.ts');
			// A cache lives outside what it is of.
			const env = { XDG_CACHE_HOME: `${root}.cache` };
			const runs: Measured[] = [];
			for (let run = 0; run < 4; run += 1)
				runs.push(await measure({ args: [script, 'validate', '--root', root], cwd: io.cwd, env }));
			const failed = runs.find(({ exitCode }) => exitCode !== 0);
			if (failed) {
				io.error(`The check failed at n = ${size}:\n${failed.output.slice(-4000)}`);
				return 1;
			}
			const [first, ...warm] = runs;
			const seconds = (one: Measured | undefined) =>
				`${round(one?.seconds ?? 0)} s (${round(one?.cpuSeconds ?? 0)} s of processors)`;
			io.out(
				`${size} patterns, ${uses.uses} use cases, ${uses.records} files of records: first ${seconds(first)}, then ${warm.map(seconds).join(', ')}`,
			);
		} finally {
			await rm(root, { recursive: true, force: true });
			await rm(`${root}.cache`, { recursive: true, force: true });
		}
	}
	return 0;
}

interface Bench {
	size: number;
	seed: number;
	uses: Uses;
	kills: number;
	keep: boolean;
}

async function benchSize(
	{ size, seed, uses, kills, keep }: Bench,
	io: Io,
): Promise<Figures | undefined> {
	const root = await mkdtemp(join(tmpdir(), 'catalogue-bench-'));
	// Astro runs its output while it renders, so that must stand where it finds its packages.
	const work = join(io.cwd, '.cache', `bench-${size}`);
	const dist = join(work, 'dist');
	try {
		await rm(work, { recursive: true, force: true });
		await mkdir(work, { recursive: true });
		await generateCatalogue(io.cwd, root, size, seed, uses);
		const script = join(io.cwd, 'scripts/catalogue.ts');
		const env = { CATALOGUE_ROOT: root, XDG_CACHE_HOME: join(work, 'cache') };
		const build = (...flags: string[]) =>
			measure({ args: [script, 'build', '--out', dist, ...flags], cwd: io.cwd, env });
		const check = () => measure({ args: [script, 'validate', '--root', root], cwd: io.cwd, env });
		const cold = await build();
		const page = join(root, 'patterns', patternId(0), 'pattern.mdx');
		await writeFile(page, `${await readFile(page, 'utf8')}\nOne more line of prose.\n`);
		const warm = await build('--fast');
		const same = await build('--fast');
		await rm(join(work, 'cache'), { recursive: true, force: true });
		const first = await check();
		const again = await check();
		const runs = {
			'release build': cold,
			'fast build after one edit': warm,
			'fast build without an edit': same,
			validate: first,
			'validate again': again,
		};
		for (const [name, { exitCode, output }] of Object.entries(runs)) {
			if (exitCode === 0) continue;
			io.error(`The ${name} failed at n = ${size}:\n${output.slice(-4000)}`);
			return undefined;
		}
		if (kills > 0) {
			const args = [script, 'build', '--out', dist, '--fast'];
			const target = { args, cwd: io.cwd, env, dist, edited: page };
			const killed = await killBuilds({ ...target, times: kills, seed });
			io.out(
				`${killed.killed} of ${kills} builds killed: the old site was left ${killed.old} times, the new one ${killed.new} times.`,
			);
			for (const line of killed.broken) io.error(`Neither site ${line}`);
			if (killed.broken.length > 0) return undefined;
		}
		if (keep) io.out(`n = ${size}: catalogue in ${root}, site in ${dist}.`);
		return {
			patterns: size,
			...figuresOf(cold, warm, same, first, again),
			...(await sizeOf(dist)),
		};
	} finally {
		if (!keep) {
			await rm(root, { recursive: true, force: true });
			await rm(work, { recursive: true, force: true });
		}
	}
}

function figuresOf(
	cold: Measured,
	warm: Measured,
	same: Measured,
	first: Measured,
	again: Measured,
) {
	return {
		releaseSeconds: round(cold.seconds),
		releaseCpuSeconds: round(cold.cpuSeconds),
		fastSeconds: round(warm.seconds),
		fastCpuSeconds: round(warm.cpuSeconds),
		sameSeconds: round(same.seconds),
		sameCpuSeconds: round(same.cpuSeconds),
		validateFirstSeconds: round(first.seconds),
		validateSeconds: round(again.seconds),
		peakMegabytes: Math.round(Math.max(cold.peakBytes, warm.peakBytes, same.peakBytes) / 1e6),
	};
}

async function sizeOf(dist: string) {
	const found = await readdir(dist, { recursive: true, withFileTypes: true });
	const files = found
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name));
	const search = join(dist, 'pagefind');
	let all = 0;
	let index = 0;
	for (const file of files) {
		const { size } = await stat(file);
		all += size;
		if (file.startsWith(search)) index += size;
	}
	return {
		files: files.length,
		outputMegabytes: round(all / 1e6),
		searchMegabytes: round(index / 1e6),
	};
}

const round = (value: number) => Math.round(value * 100) / 100;

const COLUMNS: [key: keyof Figures, label: string][] = [
	['patterns', 'patterns'],
	['releaseSeconds', 'release build, s'],
	['releaseCpuSeconds', '  processors, s'],
	['fastSeconds', '--fast, one edit, s'],
	['fastCpuSeconds', '  processors, s'],
	['sameSeconds', '--fast, no edit, s'],
	['sameCpuSeconds', '  processors, s'],
	['validateFirstSeconds', 'validate, first, s'],
	['validateSeconds', 'validate, s'],
	['peakMegabytes', 'peak memory, MB'],
	['files', 'files'],
	['outputMegabytes', 'output, MB'],
	['searchMegabytes', 'search index, MB'],
];

/** A line per figure, a column per size. */
function table(results: readonly Figures[]): string[] {
	return COLUMNS.map(([key, label]) => {
		const cells = results.map((figures) => String(figures[key]).padStart(10));
		return `${label.padEnd(20)}${cells.join('')}`;
	});
}

function wholeNumber(flag: string, text: string): number {
	if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
	throw new UsageError(`${flag} is "${text}".`, 'Enter a whole number above 0.');
}
