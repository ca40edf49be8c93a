/** The thread that writes the files of the exporters, and packs what pages name. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroConfig } from 'astro';
import type {
	Archive,
	Artefacts,
	EvidenceArchive,
	PromptFile,
} from '#catalogue/model/artefacts.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { noteKey } from '#catalogue/model/reads.ts';
import { type Answer, type Ask, type FilesDone, type FilesTask, sent } from './files-task.ts';
import { keptOptions } from './work-folder.ts';

/**
 * Room for young objects, in megabytes: as a whole, where the flag of the process is for a third. In a
 * fast build the process that indexes needs its memory at the same time.
 */
const YOUNG = { release: 48, fast: 24 };

export interface FilesThread {
	/** Sizes and digests of archives: they are made once, for the page and for the file. */
	packed: Pick<Artefacts, 'archives' | 'promptFiles' | 'evidence'>;
	/** Waits until every file is written, and ends the thread. */
	finish: () => Promise<FilesDone>;
}

interface Waiting {
	done: (answer: Extract<Answer, { kind: 'packed' }>) => void;
	fail: (error: Error) => void;
}

interface Thread {
	worker: Worker;
	/** Never kept; fails when the thread does. */
	failing: Promise<never>;
}

type Address = Pick<AstroConfig, 'base' | 'site'>;

let prepared: Thread | undefined;
let given: { catalogue: Catalogue; thread: FilesThread } | undefined;

/** Starts the code of the thread, which takes a second, while there is nothing yet to give it. */
export function prepareFiles(fast: boolean): void {
	prepared = startThread(fast ? YOUNG.fast : YOUNG.release);
}

/** Gives the thread its work before the build asks for it: while the rules still run. */
export function giveFiles(catalogue: Catalogue, address: Address): void {
	given = { catalogue, thread: start(catalogue, address) };
}

/** The thread that works on this catalogue. */
export const startFiles = (catalogue: Catalogue, address: Address): FilesThread =>
	given?.catalogue === catalogue ? given.thread : start(catalogue, address);

function startThread(young = YOUNG.release): Thread {
	// By its place in the project: the configuration may have been bundled.
	const code = pathToFileURL(join(process.cwd(), 'src/site/files-worker.ts'));
	const worker = new Worker(code, { resourceLimits: { maxYoungGenerationSizeMb: young } });
	// A build that stops must not wait for the thread.
	worker.unref();
	const { promise: failing, reject } = Promise.withResolvers<never>();
	worker.on('error', reject);
	worker.on('exit', (code) => reject(new Error(`The thread for files ended early (${code}).`)));
	failing.catch(() => {});
	return { worker, failing };
}

function start(catalogue: Catalogue, address: Address): FilesThread {
	const { worker, failing } = prepared ?? startThread();
	worker.postMessage(taskOf(catalogue, address));
	const asked = new Map<number, Waiting>();
	let last = 0;
	const written = Promise.withResolvers<FilesDone>();
	let broken: Error | undefined;
	const fail = (error: Error) => {
		broken ??= error;
		written.reject(error);
		for (const { fail } of asked.values()) fail(error);
		asked.clear();
	};
	// A build that waits for an answer must not end.
	const settle = (number: number) => {
		const waiting = asked.get(number);
		asked.delete(number);
		if (asked.size === 0) worker.unref();
		return waiting;
	};
	// Whoever waits hears of it; a build that stopped before does not wait.
	written.promise.catch(() => {});
	worker.on('message', (answer: Answer) => {
		if (answer.kind === 'done') written.resolve(answer);
		else if (answer.kind === 'packed') settle(answer.number)?.done(answer);
		else settle(answer.number)?.fail(new Error(answer.message));
	});
	failing.catch(fail);

	async function ask(of: Ask['of'], id: string) {
		// A thread that has ended answers nobody, and a build must not wait for it.
		if (broken) throw broken;
		const number = ++last;
		worker.ref();
		const { promise, resolve, reject } =
			Promise.withResolvers<Extract<Answer, { kind: 'packed' }>>();
		asked.set(number, { done: resolve, fail: reject });
		worker.postMessage({ number, of, id } satisfies Ask);
		const { packed, notes } = await promise;
		for (const key of notes) noteKey(key);
		return packed;
	}
	return {
		packed: {
			// The thread answers for a pattern with archives and for a prompt with its files.
			archives: async ({ id }) => (await ask('patterns', id)) as readonly Archive[],
			promptFiles: async ({ id }) => (await ask('prompts', id)) as readonly PromptFile[],
			evidence: async ({ collection, id }) =>
				((await ask('evidence', `${collection}/${id}`)) as readonly EvidenceArchive[])[0],
		},
		async finish() {
			worker.ref();
			const done = await written.promise;
			await worker.terminate();
			return done;
		},
	};
}

function taskOf(catalogue: Catalogue, { base, site }: Address): FilesTask {
	const { policy, organisation, today, commit, assets } = catalogue;
	const { catalogue: _, notice: __, ...kept } = keptOptions('files', catalogue);
	return {
		entries: catalogue.entries,
		surroundings: { policy, organisation, today, commit },
		assets: sent(assets),
		address: { base, site },
		kept,
	};
}
