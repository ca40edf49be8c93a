/** The languages of code blocks: every one that the highlighter knows, by name or alias. */
import { bundledLanguagesInfo } from 'shiki/langs';
import { suggest } from '../../words/suggest.ts';

/** Names for text without colours, and languages that are known and have none. */
const PLAIN =
	'text plain plaintext txt none output code rego promql cel dot graphviz plantuml puml d2 pseudocode ebnf'.split(
		' ',
	);
/** What people call a language that the highlighter knows by another name. */
const ALSO: Readonly<Record<string, string>> = {
	dotprompt: 'handlebars',
	prompt: 'handlebars',
	node: 'javascript',
	env: 'dotenv',
	terraform: 'hcl',
	golang: 'go',
	curl: 'shellscript',
	html5: 'html',
	xslt: 'xsl',
	yml: 'yaml',
};

const known = new Map<string, string>([
	...bundledLanguagesInfo.flatMap(({ id, aliases = [] }) =>
		[id, ...aliases].map((name): [string, string] => [name, id]),
	),
	...PLAIN.map((name): [string, string] => [name, 'text']),
	...Object.entries(ALSO),
]);

/**
 * The highlighter's name of a language, whatever its capitals; undefined for one it does not know.
 *
 * @example
 * languageOf('Py') // => 'python'
 */
export const languageOf = (written: string): string | undefined => known.get(written.toLowerCase());

/** Languages people mean when they shorten or misspell a name; the long tail only misleads. */
const COMMON =
	'bash c cpp csharp css diff docker go graphql handlebars hcl html http ini java javascript json kotlin markdown mermaid php powershell python r ruby rust scala sql swift text toml typescript xml yaml'.split(
		' ',
	);

/** What to write instead of an unknown language. */
export function languageRemedy(written: string): string {
	const near = suggest(written, COMMON) ?? suggest(written, known.keys());
	return near && written.length > 2
		? `Did you mean "${near}"? For plain text, write "text".`
		: `Write the name of the language, such as ${COMMON.slice(0, 6).join(', ')}, or "text".`;
}
