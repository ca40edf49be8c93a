/** Starts the thread that helps to read a large catalogue. */
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Helper, StartHelper } from './ahead.ts';
import type { Common, Told } from './work.ts';

/** A part of the work, and what came of it. */
export interface Ask {
	number: number;
	files: readonly Told[];
}
export interface Answered {
	number: number;
	answer: Answer;
}

/** Room for young objects, in megabytes: nearly all that reading makes is dropped at once. */
const YOUNG = 32;

/**
 * How to start it, or undefined where there is one processor only.
 *
 * @param code place of `load/worker.ts`: whoever calls may have been bundled, the thread is not
 */
export function helperAt(code: URL): StartHelper | undefined {
	return availableParallelism() > 1 ? (common) => start(code, common) : undefined;
}

function start(code: URL, common: Common): Helper {
	const keptCode = getCompileCacheDir();
	const worker = new Worker(code, {
		workerData: common,
		// Node keeps the code of a thread only where its variable says so.
		env: keptCode ? { ...process.env, NODE_COMPILE_CACHE: dirname(keptCode) } : process.env,
		resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
	});
	const asked = new Map<
		number,
		{ resolve: (answer: Answer) => void; reject: (why: Error) => void }
	>();
	let broken: Error | undefined;
	let last = 0;
	const fail = (why: Error) => {
		broken ??= why;
		for (const { reject } of asked.values()) reject(broken);
		asked.clear();
	};
	worker.on('message', ({ number, answer }: Answered) => {
		asked.get(number)?.resolve(answer);
		asked.delete(number);
	});
	worker.on('error', fail);
	worker.on('exit', () => fail(new Error('The thread that helps to read ended early.')));
	return {
		work(files) {
			if (broken) return Promise.reject(broken);
			const { promise, resolve, reject } = Promise.withResolvers<Answer>();
			asked.set(++last, { resolve, reject });
			worker.postMessage({ number: last, files } satisfies Ask);
			return promise;
		},
		end() {
			void worker.terminate();
		},
	};
}
