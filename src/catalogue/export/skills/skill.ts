/** An Agent Skill: what a coding agent must know to apply a thing, and the files it then reads. */
import { stringify } from 'yaml';
import type { BundleFile } from '../../model/artefacts.ts';
import type { Markdown } from '../../print/markdown/write.ts';

/** Most the format allows for a description; an agent reads every one of them at start. */
const DESCRIPTION_MOST = 1024;

export interface Skill {
	/** Name of its folder: small letters, digits and single hyphens, 64 at most. */
	name: string;
	/** What it does, and when an agent should read on. */
	description: string;
	/** Facts for tools: version, digest, page. */
	metadata: Readonly<Record<string, string>>;
	/** The text under the frontmatter. */
	body: Markdown;
	/** Further files, read when the text sends the agent there. */
	files: readonly { path: string; text: string }[];
}

/** Every file of a skill, SKILL.md first. */
export function skillFiles({ name, description, metadata, body, files }: Skill): BundleFile[] {
	const head = stringify(
		{ name, description: cut(description), metadata },
		{ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
	);
	const text = `---\n${head}---\n\n${body.markdown}\n`;
	return [{ path: 'SKILL.md', text }, ...files].map((file) => ({ ...file, mode: 0o644 }));
}

/** A description as one line, short enough for the format. */
export function cut(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= DESCRIPTION_MOST ? line : `${line.slice(0, DESCRIPTION_MOST - 1)}…`;
}
