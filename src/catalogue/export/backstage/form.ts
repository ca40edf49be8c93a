/** What Backstage accepts: names, one-line texts, tags, and YAML that every reader reads alike. */
import { stringify } from 'yaml';
import { showHidden } from '#schemas/hidden.ts';
import { digestOf } from '../../model/digest.ts';

/** Prefix of our annotations. */
export const OURS = 'ai-pattern-catalogue';
const MOST = 63;

/** An entity, or anything else that becomes one document of a YAML file. */
export interface Descriptor {
	apiVersion: string;
	kind: string;
	metadata: {
		name: string;
		title?: string;
		description?: string;
		annotations?: Record<string, string>;
		tags?: string[];
		links?: { url: string; title: string; icon?: string; type?: string }[];
	};
	spec: Record<string, unknown>;
}

/**
 * An id as a name in Backstage, which has one letter less than ours: a longer one keeps its start and
 * gets a piece of its digest, so that two of them stay two.
 */
export function nameOf(id: string): string {
	if (id.length <= MOST) return id;
	const end = digestOf(id).slice(0, 8);
	return `${id.slice(0, MOST - end.length - 1).replace(/-+$/, '')}-${end}`;
}

export const groupRef = (team: string) => `group:default/${nameOf(team)}`;
export const resourceRef = (pattern: string) => `resource:default/${nameOf(pattern)}`;

/** A text on one line, without what an author could hide in it. */
export const line = (text: string) =>
	showHidden(text, () => ' ')
		.split(/\s+/)
		.filter(Boolean)
		.join(' ');

/** An expression that Backstage works out when a template runs. */
export const run = (expression: string) => `$\{{ ${expression} }}`;

/** Words as tags, each once, in order; what cannot be one is left out. */
export const tagsOf = (words: readonly string[]) =>
	[...new Set(words)].filter(
		(word) => word.length <= MOST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word),
	);

/** Several documents in one file. Texts that YAML 1.1 reads as something else are quoted as well. */
export function yamlOf(documents: readonly Descriptor[]): string {
	return documents
		.map((document) =>
			stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' }),
		)
		.join('---\n');
}
