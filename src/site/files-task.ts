/** What passes between the build and the thread that writes the files of the exporters. */
import type { Archive, EvidenceArchive, PromptFile } from '#catalogue/model/artefacts.ts';
import type { Entry } from '#catalogue/model/entry.ts';
import type { Asset, Picture, Surroundings } from '#catalogue/model/graph.ts';
import type { KeptOptions } from './kept-site.ts';

export interface FilesTask {
	/** In the order in which the catalogue was built from them. */
	entries: readonly Entry[];
	surroundings: Omit<Surroundings, 'assets'>;
	assets: readonly SentAsset[];
	address: { base: string; site: string | undefined };
	kept: Omit<KeptOptions, 'catalogue' | 'notice'>;
}

/** An asset as it passes between threads: a function cannot, so the bytes of a picture do. */
export interface SentAsset extends Omit<Asset, 'picture'> {
	picture?: Omit<Picture, 'bytes'> & { content: Uint8Array };
}

/** Assets in the form that passes between threads. */
export const sent = (assets: readonly Asset[]): SentAsset[] =>
	assets.map(({ picture, ...asset }) => {
		if (!picture) return asset;
		const { bytes, ...facts } = picture;
		return { ...asset, picture: { ...facts, content: bytes() } };
	});

/** The same assets on the other side. */
export const received = (assets: readonly SentAsset[]): Asset[] =>
	assets.map(({ picture, ...asset }) => {
		if (!picture) return asset;
		const { content, ...facts } = picture;
		return { ...asset, picture: { ...facts, bytes: () => content } };
	});

/** What a page asks for: the archives of a pattern, the files of a prompt, or an evidence pack. */
export interface Ask {
	number: number;
	of: 'patterns' | 'prompts' | 'evidence';
	/** Of evidence, the collection and the id. */
	id: string;
}

export type Answer =
	| {
			kind: 'done';
			files: number;
			made: number;
			/** Files of the index of the search; none, where it is as it was. */
			indexed: number;
			notices: string[];
	  }
	| {
			kind: 'packed';
			number: number;
			/** Without their bytes. */
			packed: readonly (Archive | PromptFile | EvidenceArchive)[];
			/** What was read to make them: the page that asked has read that too. */
			notes: string[];
	  }
	| { kind: 'failed'; number: number; message: string };

export type FilesDone = Extract<Answer, { kind: 'done' }>;
