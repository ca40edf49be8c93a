/** Writes the files of the exporters on a processor of its own, while pages render on another. */
import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { contextOf } from '#catalogue/copy/context.ts';
import { exporters } from '#catalogue/copy/index.ts';
import { buildCatalogue } from '#catalogue/model/catalogue.ts';
import { Reads, readAs } from '#catalogue/model/reads.ts';
import { type Answer, type Ask, type FilesTask, received } from './files-task.ts';
import { KeptSite } from './kept-site.ts';
import { withBase } from './urls.ts';
import { writeExports } from './write-exports.ts';

// The thread that starts this one gives it nothing else.
const { entries, surroundings, assets, address, kept: options } = workerData as FilesTask;
const catalogue = buildCatalogue(entries, { ...surroundings, assets: received(assets) });
const context = contextOf(catalogue, (path) => {
	return new URL(withBase(address.base, path), address.site).href;
});
const answer = (message: Answer) => parentPort?.postMessage(message);

parentPort?.on('message', (ask: Ask) => {
	const reads = new Reads();
	readAs({ reads }, () => pack(ask)).then(
		(packed) => answer({ kind: 'packed', number: ask.number, packed, notes: [...reads.all()] }),
		(error: unknown) =>
			answer({
				kind: 'failed',
				number: ask.number,
				message: error instanceof Error ? error.message : String(error),
			}),
	);
});

async function pack({ of, id }: Ask) {
	const { archives, promptFiles, evidence } = context.artefacts;
	if (of === 'evidence') {
		const [collection, name = ''] = id.split('/');
		const subject =
			collection === 'patterns' ? catalogue.patterns.get(name) : catalogue['use-cases'].get(name);
		const archive = subject && (await evidence(subject));
		return archive ? [archive] : [];
	}
	const pattern = of === 'patterns' ? catalogue.patterns.get(id) : undefined;
	const prompt = of === 'prompts' ? catalogue.prompts.get(id) : undefined;
	if (pattern) {
		return (await archives(pattern)).map(({ kind, name, path, type, size, digest }) => ({
			...{ kind, name, path, type, size, digest },
		}));
	}
	if (!prompt) throw new Error(`There is nothing to pack of ${of}/${id}.`);
	return (await promptFiles(prompt)).map(({ end, name, path, size, digest }) => ({
		...{ end, name, path, size, digest },
	}));
}

const notices: string[] = [];
const kept = new KeptSite({ ...options, catalogue, notice: (line) => notices.push(line) });
const written = await writeExports(exporters, context, kept, turn);
kept.save();
answer({ kind: 'done', ...written, notices });
