/** Runs a command as a process and reads how long it took and how much memory it held. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
	seconds: number;
	/** Seconds of all processors, of the process and its children; 0 where not readable. */
	cpuSeconds: number;
	/** Highest sum of the resident memory of the process and its children; 0 where not readable. */
	peakBytes: number;
	exitCode: number;
	output: string;
}

export interface RunSpec {
	args: readonly string[];
	cwd: string;
	env?: Record<string, string>;
}

/** Runs Node with these arguments to the end. */
export function measure({ args, cwd, env }: RunSpec): Promise<Measured> {
	const start = performance.now();
	const child = spawn(process.execPath, args, {
		cwd,
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const output: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (part: string) => output.push(part));
	}
	let peakBytes = 0;
	let cpuSeconds = 0;
	const { pid } = child;
	const sampling = setInterval(() => {
		if (!pid) return;
		const now = usedBy(pid);
		peakBytes = Math.max(peakBytes, now.bytes);
		// A child that has ended is counted with its parent once that has waited for it.
		cpuSeconds = Math.max(cpuSeconds, now.cpuSeconds);
	}, 50);
	return new Promise((done, fail) => {
		child.once('error', fail);
		child.once('close', (code) => {
			clearInterval(sampling);
			const seconds = (performance.now() - start) / 1000;
			done({ seconds, cpuSeconds, peakBytes, exitCode: code ?? 1, output: output.join('') });
		});
	});
}

interface Used {
	/** Resident memory. */
	bytes: number;
	cpuSeconds: number;
}

/** Of a process and all below it, read from /proc; nothing on systems without it. */
function usedBy(root: number): Used {
	const parents = new Map<number, number>();
	const used = new Map<number, Used>();
	for (const name of list('/proc')) {
		const pid = Number(name);
		if (!Number.isInteger(pid)) continue;
		// The name of the program stands in brackets and may hold spaces; what follows is numbers.
		const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
		parents.set(pid, Number(fields[1]));
		const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
		used.set(pid, { bytes: Number(fields[21]) * 4096, cpuSeconds: ticks / TICKS });
	}
	const belongs = (pid: number | undefined): boolean =>
		pid !== undefined && pid > 1 && (pid === root || belongs(parents.get(pid)));
	const sum: Used = { bytes: 0, cpuSeconds: 0 };
	for (const [pid, one] of used) {
		if (!belongs(pid)) continue;
		sum.bytes += one.bytes;
		sum.cpuSeconds += one.cpuSeconds;
	}
	return sum;
}

/** Linux counts time in hundredths of a second for whoever asks. */
const TICKS = 100;

function list(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		// The process has ended between the two looks.
		return '';
	}
}
