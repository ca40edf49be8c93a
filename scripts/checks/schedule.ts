/** Runs steps side by side as far as there are processors for them, each after those it needs. */
import type { Step } from './steps.ts';

export interface Schedule<Result> {
	steps: readonly Step[];
	/** Processors of this machine. */
	cores: number;
	run: (step: Step) => Promise<Result>;
	isGood: (result: Result) => boolean;
	/** Goes on after a failure, with all steps that do not need what has failed. */
	all: boolean;
}

/**
 * The results in the order in which the steps ended. After a failure no further step starts; what
 * needs a step that failed never does.
 */
export async function runSteps<Result>({
	steps,
	cores,
	run,
	isGood,
	all,
}: Schedule<Result>): Promise<Result[]> {
	const results: Result[] = [];
	const waiting = new Set(steps);
	const running = new Map<Step, Promise<void>>();
	const good = new Set<string>();
	let failed = false;
	const free = () => cores - [...running.keys()].reduce((sum, step) => sum + step.cores, 0);
	const mayStart = (step: Step) => {
		const isReady = (step.after ?? []).every((name) => good.has(name));
		// A step for two processors runs alone where there is one.
		return isReady && (step.cores <= free() || running.size === 0);
	};
	const start = (step: Step) => {
		waiting.delete(step);
		const ended = run(step).then((result) => {
			running.delete(step);
			results.push(result);
			if (isGood(result)) good.add(step.name);
			else failed = true;
		});
		running.set(step, ended);
	};
	for (;;) {
		if (!failed || all) for (const step of waiting) if (mayStart(step)) start(step);
		if (running.size === 0) return results;
		await Promise.race(running.values());
	}
}
