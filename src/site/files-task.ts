/** What passes between the build and the thread that writes the files of the exporters. */
import type { Archive, PromptFile } from '#catalogue/model/artefacts.ts';
import type { Entry } from '#catalogue/model/entry.ts';
import type { Surroundings } from '#catalogue/model/graph.ts';
import type { KeptOptions } from './kept-site.ts';

export interface FilesTask {
	/** In the order in which the catalogue was built from them. */
	entries: readonly Entry[];
	surroundings: Surroundings;
	address: { base: string; site: string | undefined };
	kept: Omit<KeptOptions, 'catalogue' | 'notice'>;
}

/** What a page asks for: the archives of a pattern, or the files of a prompt. */
export interface Ask {
	number: number;
	of: 'patterns' | 'prompts';
	id: string;
}

export type Answer =
	| { kind: 'done'; files: number; made: number; notices: string[] }
	| {
			kind: 'packed';
			number: number;
			/** Without their bytes. */
			packed: readonly (Archive | PromptFile)[];
			/** What was read to make them: the page that asked has read that too. */
			notes: string[];
	  }
	| { kind: 'failed'; number: number; message: string };

export type FilesDone = Extract<Answer, { kind: 'done' }>;
