/**
 * What can be taken from the catalogue: a page and a printer name it by kind and id, and read its
 * size and digest from here. The floor `copy` makes it (copy/context.ts).
 */
import type { Entry } from './catalogue.ts';

/** A file as a team gets it. */
export interface BundleFile {
	/** Path within the bundle, with forward slashes. */
	path: string;
	text: string;
	/** Rights of the file, such as 0o644. */
	mode: number;
}

/** An archive that is offered. */
export interface Offer {
	kind: 'starter-zip' | 'starter-tar' | 'prompts-zip';
	/** Name of the file. */
	name: string;
	/** Path under the site, without a leading slash. */
	path: string;
	type: string;
}

/** An archive as it was made, with what a team checks it by. */
export interface Archive extends Offer {
	/** Bytes. */
	size: number;
	/** SHA-256 of the bytes. */
	digest: string;
}

/** A file of a prompt as it is downloaded. */
export interface PromptFile {
	/** What follows the id in its name, such as `.prompt`; `@1.0.0.prompt` for an earlier version. */
	end: string;
	name: string;
	/** Path under the site, without a leading slash. */
	path: string;
	/** Bytes. */
	size: number;
	/** SHA-256 of the bytes. */
	digest: string;
}

/** The archive of an evidence pack as it was made. */
export interface EvidenceArchive {
	/** Bytes. */
	size: number;
	/** SHA-256 of the bytes. */
	digest: string;
	/** How many files are in it. */
	files: number;
}

export interface Artefacts {
	/** Files of a starter in order of path; empty for a pattern without one. */
	starter: (pattern: Entry<'patterns'>) => readonly BundleFile[];
	/** The archives of a pattern, in the order they are offered. */
	archives: (pattern: Entry<'patterns'>) => Promise<readonly Archive[]>;
	/** Every file of a prompt, earlier versions after the current one, the skill last. */
	promptFiles: (prompt: Entry<'prompts'>) => Promise<readonly PromptFile[]>;
	/** The evidence pack of a pattern or use case; undefined where it is refused. */
	evidence: (
		subject: Entry<'patterns'> | Entry<'use-cases'>,
	) => Promise<EvidenceArchive | undefined>;
}

/** The archives of a pattern, in the order they are offered. */
export function offersOf({ id }: Pick<Entry<'patterns'>, 'id'>, hasStarter: boolean): Offer[] {
	const offer = (kind: Offer['kind'], name: string, type: string): Offer => ({
		kind,
		name,
		path: `patterns/${id}/${name}`,
		type,
	});
	return [
		...(hasStarter
			? [
					offer('starter-zip', `${id}-starter.zip`, 'application/zip'),
					offer('starter-tar', `${id}-starter.tgz`, 'application/gzip'),
				]
			: []),
		offer('prompts-zip', `${id}-prompts.zip`, 'application/zip'),
	];
}

export const skillPath = (prompt: string) => `prompts/${prompt}.skill.zip`;
export const promptSumsPath = (prompt: string) => `prompts/${prompt}.SHA256SUMS`;
