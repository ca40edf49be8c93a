/** Runs a check now, and again whenever a file of the catalogue changes, until it is stopped. */
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../run.ts';

/** Milliseconds without a change after which a check starts: an editor saves in several steps. */
const QUIET = 100;

/**
 * Calls `check` once, then after each change under the content roots; never twice at a time.
 * Returns when `stop` is aborted and the check under way is done.
 */
export async function watchContent(
	root: string,
	check: () => Promise<void>,
	stop: AbortSignal,
): Promise<void> {
	const ended = Promise.withResolvers<void>();
	let timer: NodeJS.Timeout | undefined;
	let running = Promise.resolve();
	const schedule = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			running = running.then(check);
			running.catch(ended.reject);
		}, QUIET);
	};
	const watchers = ['patterns', 'content']
		.map((folder) => join(root, folder))
		.filter((folder) => existsSync(folder))
		.map((folder) => watchFolder(folder, schedule, ended.reject));
	stop.addEventListener('abort', () => ended.resolve(), { once: true });
	if (stop.aborted) ended.resolve();
	running = check();
	running.catch(ended.reject);
	try {
		await ended.promise;
		await running;
	} finally {
		clearTimeout(timer);
		for (const watcher of watchers) watcher.close();
	}
}

function watchFolder(folder: string, changed: () => void, fail: (error: UsageError) => void) {
	const refuse = (error: unknown) => {
		const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
		const fix = 'Run it without --watch, or set the machine to watch more files.';
		return new UsageError(`${folder} cannot be watched${why}.`, fix);
	};
	try {
		return watch(folder, { recursive: true }, changed).on('error', (error) => fail(refuse(error)));
	} catch (error) {
		throw refuse(error);
	}
}
