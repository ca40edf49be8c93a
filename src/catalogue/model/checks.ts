/**
 * The checks made while a file is read, before any rule: where it stands, and whether it can be read
 * as the entry its path says it is. An entry that fails one of them is seen by no rule.
 */
import type { RuleDoc } from './rule.ts';

/** Names of findings that no rule gives; whoever reads files can use no other. */
export type CheckName =
	| 'file'
	| 'hidden'
	| 'id'
	| 'frontmatter'
	| 'yaml'
	| 'schema'
	| 'mdx'
	| 'tracked';

const docs: { [Name in CheckName]: Omit<RuleDoc, 'id'> } = {
	file: {
		severity: 'error',
		summary: 'Each file is readable text, in a folder for entries.',
		why: 'A file in the wrong folder, or one that cannot be read, would be silently left out of the site.',
		source: 'Our own rule. No file in content/ or patterns/ is silently skipped',
		example: {
			in: 'risks',
			part: 'path',
			fails: 'content/risk/prompt-leak.mdx',
			passes: 'content/risks/prompt-leak.mdx',
		},
	},
	hidden: {
		severity: 'error',
		summary: 'No text contains a character that nobody can see, typed or written as an escape.',
		why: 'A reviewer approves what they can see. A hidden character can make text read differently from what it does, or give a model instructions that nobody reviewed.',
		source: 'Unicode TR36 and TR39; Trojan Source (CVE-2021-42574); OWASP LLM01:2026',
		example: {
			in: 'risks',
			part: 'body',
			fails: 'The log&#8203;s are kept for a year.',
			passes: 'The logs are kept for a year.',
		},
	},
	id: {
		severity: 'error',
		summary: 'The name of a file or folder is an id, and no two entries of a kind share one.',
		why: 'The name becomes the id that other entries cite and the address of the page. Capitals, spaces and underscores differ from machine to machine, so a link that works on one breaks on the next.',
		source: 'Our own rule. Ids come from paths and are never repeated inside a file',
		example: {
			in: 'risks',
			part: 'path',
			fails: 'content/risks/Prompt_Leak.mdx',
			passes: 'content/risks/prompt-leak.mdx',
		},
	},
	frontmatter: {
		severity: 'error',
		summary: 'A file with prose or a template starts with its data between two lines of "---".',
		why: 'Programs disagree on where an unclosed block ends: one reads the data as prose, another loses the prose. One strict form is read the same way everywhere.',
		source: 'Our own rule. One way to split a file, for every reader',
		example: {
			in: 'risks',
			part: 'file',
			fails: 'title: Prompt leak\nowner: office\n\nProse of the risk.',
			passes: '---\ntitle: Prompt leak\nowner: office\n---\nProse of the risk.',
		},
	},
	yaml: {
		severity: 'error',
		summary: 'The data is YAML 1.2, without aliases, tags or a key that appears twice.',
		why: 'If a key appears twice, one copy is silently dropped. An alias can expand endlessly. Anything that readers could read in different ways is refused, with its place.',
		source: 'YAML 1.2; our own rule for aliases and tags',
		example: {
			in: 'risks',
			fails: 'title: Prompt leak: the first',
			passes: 'title: "Prompt leak: the first"',
		},
	},
	schema: {
		severity: 'error',
		summary: 'The data has the fields of its kind, each in the required format.',
		why: 'Pages, search, exports and rules all read the same fields. A mistyped key would be dropped, and a reader would miss what its author wrote.',
		source: 'The schemas; the field reference explains each field',
		example: {
			in: 'risks',
			fails: 'category: secrity',
			passes: 'category: security',
		},
	},
	mdx: {
		severity: 'error',
		summary:
			'Prose is Markdown with the components of the catalogue. It contains no code and no HTML.',
		why: 'Many people write entries. Code, raw HTML and unsafe links in prose would run in the build or in the browser of every reader.',
		source: 'Our own rule. MDX is content, not code',
		example: {
			in: 'risks',
			part: 'body',
			fails: 'See <a href="/controls/logging/">the log</a> for the signs.',
			passes: 'See [the log](/controls/logging/) for the signs.',
		},
	},
	tracked: {
		severity: 'error',
		summary: 'Git tracks no cache, no built site and no package.',
		why: 'A clone must not contain files that each machine makes for itself. People would see or trust a committed page or cache instead of the content.',
		source: 'Our own rule. Generated files are never committed',
	},
};

/** The documentation of each check, in the order a file meets them. */
export const checks: readonly RuleDoc[] = Object.entries(docs).map(([id, doc]) => ({ id, ...doc }));
