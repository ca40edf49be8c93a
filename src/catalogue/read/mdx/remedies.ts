/** What to write in place of what MDX cannot read, or of what an entry does not hold. */
import { didYouMean } from '../../words/suggest.ts';
import { componentProps } from './components.ts';

export interface Words {
	message: string;
	fix: string;
}

export const commentRemedy: Words = {
	message: 'this is a comment, and entries cannot contain comments.',
	fix: 'Delete it. Say it in the pull request, or in the text.',
};

/** For lists of terms, whichever dialect they are written in. */
export const TERMS_FIX =
	'Write a list: "- **Term**: what it means", or put the term in content/glossary.yaml.';

export const BRACE_FIX = 'Write \\{ for a brace in text, or put it in `code`.';

export const attributesRemedy: Words = {
	message: '"$0" is not read here: a heading or a text cannot have attributes.',
	fix: 'Delete it. The address of a heading is made from its words: "## Title" is #title.',
};

export const tooDeepRemedy: Words = {
	message: 'the prose is nested too deeply to read.',
	fix: 'Remove the nested quotes and lists.',
};

const angleRemedy: Words = {
	message: 'the text has a "<" that does not start a tag.',
	fix: 'Write &lt; for a "<" in text, or put it in `code`.',
};

export const separateLines = (name: string): string =>
	`Put <${name}> and </${name}> on separate lines, with blank lines around the text.`;

/** The tag that a text starts with, of HTML or of a component. */
export function tagOf(text: string): { name: string; closes: boolean } | undefined {
	const match = /^<(\/?)([a-z][a-z0-9]*(?=[\s/>])|[A-Z][\w.]*)/.exec(text);
	return match?.[2] ? { name: match[2], closes: match[1] === '/' } : undefined;
}

/** What is wrong with a tag that cannot be read. */
export function tagRemedy(
	{ name, closes }: { name: string; closes: boolean },
	line: string,
): Words {
	if (/^[a-z]/.test(name)) {
		return { message: `raw HTML <${name}> is not allowed.`, fix: htmlRemedy(name) };
	}
	const known = Object.keys(componentProps);
	if (!known.includes(name)) {
		const otherwise = `Use Markdown, or one of: ${known.map((word) => `<${word}>`).join(', ')}.`;
		const message = `<${name}> is not a component of the catalogue.`;
		return { message, fix: didYouMean(name, known, otherwise) };
	}
	if (closes) {
		const message = `</${name}> closes a component that was not opened.`;
		return { message, fix: `Put <${name}> on a separate line before the text, or delete it.` };
	}
	if (/^<\w+[^>]*=\s*[^"\s>]/.test(line)) {
		const message = `a prop of <${name}> is not literal text.`;
		return { message, fix: 'Write each prop as name="text".' };
	}
	return { message: `<${name}> is opened and never closed.`, fix: separateLines(name) };
}

const INSTEAD: readonly (readonly [names: string, fix: string])[] = [
	['a', 'Write [text](address).'],
	[
		'img picture figure svg',
		'Write ![what it shows](./file.png), with the file in the folder of the entry.',
	],
	['video audio iframe embed object', 'Link to it: [what it shows](https://...).'],
	['b strong', 'Write **text**.'],
	['i em', 'Write *text*.'],
	['s del strike', 'Write ~~text~~.'],
	['code kbd samp tt var', 'Write `text`.'],
	['pre', 'Put the lines between two lines of ```.'],
	[
		'br',
		'Start a new paragraph, or end the line with a backslash. <br> is for the cells of a table.',
	],
	['hr', 'Write --- on a separate line.'],
	['h1 h2 h3 h4 h5 h6', 'Write ##, ### or #### in front of the heading.'],
	['p div span section article center font', 'Delete the tags and keep the text.'],
	['ul ol li', 'Write a list with "- " or "1. " in front of each item.'],
	['dl dt dd', TERMS_FIX],
	[
		'table thead tbody tr td th',
		'Write a Markdown table: | a | b | with |---|---| under its first line.',
	],
	['blockquote', 'Write "> " in front of each line.'],
	['details summary', 'Write a heading (###) and the text under it.'],
	[
		'sup sub',
		'Write it in words, or with a character such as ² or ₂. For a footnote write [^1] and "[^1]: text".',
	],
	['u mark ins', 'Write **text** for what matters.'],
	['script style link meta', 'Delete it. Pages of the catalogue do not run code from entries.'],
];
const BY_NAME = new Map(
	INSTEAD.flatMap(([names, fix]) => names.split(' ').map((name) => [name, fix] as const)),
);

/** What to write instead of an HTML tag. */
export const htmlRemedy = (name: string): string =>
	BY_NAME.get(name) ??
	'Write it in Markdown. For a "<" in text write &lt;, or put the text in `code`.';

const OPENINGS: readonly (readonly [opens: RegExp, message: string, fix: string])[] = [
	[
		/^<((?:https?|ftp):[^\s>]*)>?/i,
		'the address <$1> is not read as a link here.',
		'Write it as [text]($1).',
	],
	[
		/^<([^\s<>@]+@[^\s<>@]+)>/,
		'the email address <$1> is not read as a link here.',
		'Write [$1](mailto:$1).',
	],
	[/^<\?/, 'this is code in another language.', 'Delete it, or put it in `code`.'],
	[/^<[!/]/, angleRemedy.message, angleRemedy.fix],
	[
		/^\{\{?[%<]/,
		'the mark of another template language is not read here.',
		'Write the text itself. For an example of the mark, put it in `code`.',
	],
	[/^\{[#.:][^}]*\}/, attributesRemedy.message, attributesRemedy.fix],
	[
		/^\{\{/,
		'"{{" opens an expression, and entries cannot contain code.',
		'Put the template in `code`, or write \\{\\{.',
	],
];

/** What is wrong where a "<" or a "{" opens something that cannot be read. */
export function openingRemedy(line: string, brace = false): Words {
	for (const [opens, message, fix] of OPENINGS) {
		const match = opens.exec(line);
		if (!match) continue;
		const fill = (text: string) =>
			text.replace(/\$([01])/g, (_, group) => (match[group] ?? '').slice(0, 60));
		return { message: fill(message), fix: fill(fix) };
	}
	return brace
		? { message: 'the text has a "{" that opens an expression.', fix: BRACE_FIX }
		: angleRemedy;
}
