/**
 * Writes the files of the exporters and the index of the search on a processor of its own, while
 * pages render on another.
 */
import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { archiveFacts } from '#catalogue/copy/bundle.ts';
import { contextOf } from '#catalogue/copy/context.ts';
import { exporters } from '#catalogue/copy/index.ts';
import { promptFacts } from '#catalogue/copy/prompt-formats.ts';
import { buildCatalogue } from '#catalogue/model/catalogue.ts';
import { Reads, readAs } from '#catalogue/model/reads.ts';
import { type Answer, type Ask, type FilesTask, received } from './files-task.ts';
import { KeptSite } from './kept-site.ts';
import { withBase } from './urls.ts';
import { groupOf, writeExports } from './write-exports.ts';
import { writeIndex } from './write-index.ts';

const port = parentPort;
if (!port) throw new Error('The thread for files was started as a program.');
// The first message is the task: this code starts while the content is still being read.
const [task] = (await once(port, 'message')) as [FilesTask];
const { entries, surroundings, assets, address, kept: options } = task;
const catalogue = buildCatalogue(entries, { ...surroundings, assets: received(assets) });
const context = contextOf(catalogue, (path) => {
	return new URL(withBase(address.base, path), address.site).href;
});
const answer = (message: Answer) => port.postMessage(message);

/** Groups of files that pages have asked for a part of. */
const wanted: string[] = [];

port.on('message', (ask: Ask) => {
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
	const asked = pattern ?? prompt;
	if (asked) wanted.push(groupOf(asked.file));
	if (pattern) {
		return (await archives(pattern)).map(archiveFacts);
	}
	if (!prompt) throw new Error(`There is nothing to pack of ${of}/${id}.`);
	return (await promptFiles(prompt)).map(promptFacts);
}

const notices: string[] = [];
const kept = new KeptSite({ ...options, catalogue, notice: (line) => notices.push(line) });
const { promise: given, resolve } = Promise.withResolvers<void>();
const indexing = writeIndex(catalogue, kept, resolve);
// The process that indexes works longest on its own, so it gets its pages first. It holds half a
// gigabyte: where all is made anew, it has ended before the pages hold most of theirs.
await (kept.hasOld ? Promise.race([given, indexing]) : indexing);
const [written, indexed] = await Promise.all([
	writeExports(exporters, context, kept, { pause: turn, wanted }),
	indexing,
]);
kept.save();
answer({ kind: 'done', ...written, indexed, notices });
