/** Works on the files that it is told, on a processor of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Cache } from '../model/cache.ts';
import { rules } from '../rules/index.ts';
import type { Answered, Ask } from './thread.ts';
import { type Common, workOn } from './work.ts';

// The thread that starts this one gives it nothing else.
const common = workerData as Common;

/** What is common is in every part, and worked out once. */
const before = new Map<string, unknown>();
const ready = workOn([], common, { rules, cache: keeping(before) });

parentPort?.on('message', async ({ number, files }: Ask) => {
	await ready;
	const made = new Map<string, unknown>();
	await workOn(files, common, { rules, cache: keeping(made) });
	parentPort?.postMessage({ number, answer: [...made] } satisfies Answered);
});

function keeping(made: Map<string, unknown>): Cache {
	return {
		get: (key) => made.get(key) ?? before.get(key),
		set: (key, value) => made.set(key, value),
		save: () => {},
	};
}
