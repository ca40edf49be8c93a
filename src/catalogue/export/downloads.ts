/** What a new team takes: the starter as archives and as single files, the prompts, the checksums. */
import { checksums, downloadsOf, offersOf, starterBundle } from '../copy/bundle.ts';
import { factsPath, fillFacts } from '../copy/fill/facts.ts';
import { answerFor, answerForWithdrawn, answerPath } from '../copy/manifest.ts';
import { promptFormats, promptSumsPath } from '../copy/prompt-formats.ts';
import { starterFilePath } from '../model/starter.ts';
import { placeOfTombstone } from '../model/withdrawn.ts';
import { type Exporter, JSON_TYPE, json } from './exporter.ts';

const TEXT_TYPE = 'text/plain; charset=utf-8';

export const downloads: Exporter = {
	name: 'downloads',
	summary:
		'Archives and single files of each starter, with checksums, and the answer to its check.',
	*files({ catalogue, url }) {
		for (const pattern of catalogue.patterns.values()) {
			const starter = starterBundle(pattern, catalogue, url);
			const archives = () => downloadsOf(pattern, catalogue, url);
			for (const { kind, path, type } of offersOf(pattern, starter.length > 0)) {
				const body = async () => {
					const made = (await archives()).find((download) => download.kind === kind);
					if (made) return made.bytes;
					throw new Error(`${path} was offered and not made.`);
				};
				yield { path, type, body };
			}
			yield {
				path: `patterns/${pattern.id}/SHA256SUMS`,
				type: TEXT_TYPE,
				body: async () => checksums(await archives()),
			};
			if (starter.length > 0) {
				yield {
					path: factsPath(pattern.id),
					type: JSON_TYPE,
					body: () => json(fillFacts(pattern, catalogue, url)),
				};
			}
			for (const { path, text } of starter) {
				yield { path: starterFilePath(pattern.id, path), type: TEXT_TYPE, body: () => text };
			}
			yield {
				path: answerPath(pattern.id),
				type: JSON_TYPE,
				body: () => json(answerFor(pattern, catalogue, starter, url)),
			};
		}
		for (const prompt of catalogue.prompts.values()) {
			yield {
				path: promptSumsPath(prompt.id),
				type: TEXT_TYPE,
				body: async () => checksums(await promptFormats(prompt, catalogue, url)),
			};
		}
		for (const tombstone of catalogue.withdrawn.values()) {
			const { collection, id } = placeOfTombstone(tombstone.id);
			if (collection !== 'patterns') continue;
			yield {
				path: answerPath(id),
				type: JSON_TYPE,
				body: () => json(answerForWithdrawn(tombstone, catalogue, url)),
			};
		}
	},
};
