/** What a new team takes: the starter as archives and as single files, the prompts, the checksums. */

import { dataFile, type Exporter } from '../export/exporter.ts';
import { offersOf, promptSumsPath } from '../model/artefacts.ts';
import { parts } from '../model/reads.ts';
import { starterFilePath } from '../model/starter.ts';
import { placeOfTombstone } from '../model/withdrawn.ts';
import { bytesOf, checksums, downloadsOf, starterBundle } from './bundle.ts';
import { factsPath, fillFacts } from './fill/facts.ts';
import { answerFor, answerForWithdrawn, answerPath } from './manifest.ts';
import { promptFormats } from './prompt-formats.ts';

const TEXT_TYPE = 'text/plain; charset=utf-8';

export const downloads: Exporter = {
	name: 'downloads',
	summary:
		'Archives and single files of each starter, with checksums, and the answer to its check.',
	*files(context) {
		const { catalogue, url } = context;
		for (const pattern of parts(catalogue.patterns.values())) {
			const starter = starterBundle(pattern, context);
			const archives = () => downloadsOf(pattern, context);
			for (const { kind, path, type } of offersOf(pattern, starter.length > 0)) {
				yield { path, type, body: () => bytesOf(pattern, kind, context) };
			}
			yield {
				path: `patterns/${pattern.id}/SHA256SUMS`,
				type: TEXT_TYPE,
				body: async () => checksums(await archives()),
			};
			if (starter.length > 0) {
				yield dataFile(factsPath(pattern.id), () => fillFacts(pattern, context));
			}
			for (const { path, text } of starter) {
				yield { path: starterFilePath(pattern.id, path), type: TEXT_TYPE, body: () => text };
			}
			yield dataFile(answerPath(pattern.id), () => answerFor(pattern, catalogue, starter, url));
		}
		for (const prompt of parts(catalogue.prompts.values())) {
			yield {
				path: promptSumsPath(prompt.id),
				type: TEXT_TYPE,
				body: async () => checksums(await promptFormats(prompt, context)),
			};
		}
		for (const tombstone of parts(catalogue.withdrawn.values())) {
			const { collection, id } = placeOfTombstone(tombstone.id);
			if (collection !== 'patterns') continue;
			yield dataFile(answerPath(id), () => answerForWithdrawn(tombstone, catalogue, url));
		}
	},
};
