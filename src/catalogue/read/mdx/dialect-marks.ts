/** The marks themselves: other dialects of Markdown, and Markdown that is not read as it was meant. */
import { attributesRemedy, TERMS_FIX } from './remedies.ts';

export interface Dialect {
	/** Where it starts; global, so that each is found. */
	mark: RegExp;
	/** "$0" stands for what was found. */
	message: string;
	fix: string;
	/** Kinds of block it counts in; everywhere where left out. */
	in?: readonly string[];
	/** Counts only in a block without escapes, as the marks may be meant as they are. */
	ifPlain?: true;
}

const NOTE = 'Write a note: "> [!NOTE]" with "> " and its text on the lines after it.';
const DIRECTIVE = '"$0" is a directive from another dialect.';
const FORMULA = {
	message: '"$0" is a formula, which is not drawn here.',
	fix: 'Write it in words or in `code`: `precision = right / found`.',
};
const DEFINITION = {
	message: '"$0" is a definition from another dialect.',
	fix: TERMS_FIX,
};
const NO_ADDRESS = '"$0" is not read as the address of a link.';
const BLOCKS = ['paragraph'];

export const DIALECTS: readonly Dialect[] = [
	{
		mark: /^:{3,}(?:[ \t]*\S.*)?(?=[ \t]*$)/gm,
		message: DIRECTIVE,
		fix: `${NOTE} Delete the lines of colons.`,
		in: BLOCKS,
	},
	{
		mark: /^(?:!!!|\?\?\?\+?)[ \t]*\w.*$/gm,
		message: '"$0" is a note from another dialect.',
		fix: NOTE,
		in: BLOCKS,
	},
	{
		mark: /^===[ \t]*!?[ \t]*["“].*$/gm,
		message: '"$0" is a tab from another dialect.',
		fix: 'Write a heading (### Title) for each tab.',
		in: BLOCKS,
	},
	{
		mark: /\[\[?_*toc_*\]?\]/gi,
		message: '"$0" does not make a table of contents here.',
		fix: 'Delete it: the page lists its own sections.',
	},
	{
		mark: /!?\[\[[^[\]\n]{1,120}\]\]/g,
		message: '"$0" is a wiki link, which is not read here.',
		fix: 'Write [text](/guides/its-id/) for an entry, ![what it shows](./file.png) for a picture.',
	},
	{
		mark: /\$\$[\s\S]{1,2000}?\$\$|\\\((?=[^\n]{1,200}\\\))|\\\[(?=[\s\S]{1,2000}\\\])/g,
		...FORMULA,
	},
	{
		// As for pandoc: no space inside the marks, no letter or digit behind them, or it is money.
		mark: /(?<![\w$\\])\$(?=[^\s$\d])[^$\n]{0,80}?(?<![\s\\])\$(?![\w$])|(?<![\w$\\])\$\d[^$\n]{0,60}[\^_=\\][^$\n]{0,60}?(?<![\s\\])\$(?![\w$])/g,
		...FORMULA,
	},
	{
		mark: /(?<=\S\n):[ \t]+\S.*/g,
		...DEFINITION,
		in: BLOCKS,
	},
	{
		mark: /^:[ \t]+\S.*/g,
		...DEFINITION,
		in: BLOCKS,
	},
	{
		mark: /\{:?[ \t]?[#.][A-Za-z][^{}\n]*\}/g,
		...attributesRemedy,
	},
	{
		mark: /\[\^[^[\]\s]{1,60}\]/g,
		message: 'the footnote $0 has no text.',
		fix: 'Add a line "$0: text" at the end of the section, or delete the mark.',
	},
	{
		mark: /(?<![=\w])==(?=\S)[^=\n]{1,200}(?<=\S)==(?![=\w])/g,
		message: '"$0" is a highlight from another dialect.',
		fix: 'Write **text** for what matters.',
	},
	{
		// Where no spaces part words, a bracket or a stop inside the marks keeps them from being read.
		mark: /(?<=[\p{L}\p{N}])(\*\*|~~)(?=\S)[^*~\n]{1,120}(?<=\S)\1|(\*\*|~~)(?=\S)[^*~\n]{1,120}(?<=\S)\2(?=[\p{L}\p{N}])/gu,
		message:
			'"$0" is shown with its marks, because punctuation inside them touches a letter outside.',
		fix: 'Put the punctuation outside the marks, or a space before and after them.',
		ifPlain: true,
	},
	{
		mark: /(?<![%\d])%%(?=\S|[ \t])[^%\n]{1,200}%%/g,
		message: '"$0" is a comment from another dialect, and readers would see it.',
		fix: 'Delete it: entries cannot contain comments.',
	},
	{
		mark: /\^\[[^\]\n]{1,200}\]/g,
		message: '"$0" is a footnote from another dialect.',
		fix: 'Write [^1] there, and "[^1]: text" at the end of the section.',
	},
	{
		mark: /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,12}\^(?![\p{L}\p{N}])/gu,
		message: '"$0" is not raised here.',
		fix: 'Write a character such as \u00b2, or say it in words.',
	},
	{
		mark: /(?<![\w+])\+\+(?=[^\s+])[^+\n]{1,200}(?<=[^\s+])\+\+(?![\w+])/g,
		message: '"$0" is an insertion from another dialect.',
		fix: 'Write the text itself. Put code in `code`.',
	},
	{
		mark: /(?<![\w|])\|\|(?=[^\s|])[^|\n]{1,200}(?<=[^\s|])\|\|(?![\w|])/g,
		message: '"$0" is hidden text or a table from another dialect.',
		fix: 'Write the text itself, or a table with "| a | b |" and "|---|---|" under it.',
	},
	{
		mark: /(?<![\w:/]):[a-z][a-z0-9_+-]{1,30}:(?![\w:/])/g,
		message: '"$0" is shown as it is: names of emoji and roles are not read here.',
		fix: 'Write the word, or delete it.',
	},
	{
		mark: /^\[[-/<>!?~*o.]\](?=[ \t])/g,
		message: '"$0" is not a task box.',
		fix: 'Write [ ] for open, or [x] for done.',
		in: BLOCKS,
	},
	{
		mark: /^\*\[[^\]\n]{1,60}\]:.*$/gm,
		message: '"$0" explains an abbreviation in another dialect.',
		fix: 'Write it out in full the first time you use it.',
		in: BLOCKS,
	},
	{
		mark: /^\.\. [a-z][\w-]{0,40}::.*$/gm,
		message: DIRECTIVE,
		fix: NOTE,
		in: BLOCKS,
	},
	{
		mark: /^#{2,6}(?=[^\s#])[^\n]{1,60}/gm,
		message: '"$0" is not read as a heading.',
		fix: 'Put a space after the last "#".',
		in: BLOCKS,
		ifPlain: true,
	},
	{
		mark: /^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?:[ \t]*:?-{3,}:?[ \t]*)?$/gm,
		message: 'these lines are not read as a table.',
		fix: 'Give the line of hyphens as many cells as the line above it, and put an empty line before the table.',
		in: BLOCKS,
	},
	{
		mark: /(?<![\w\]])\[[^[\]\n]{0,80}\p{L}[^[\]\n]{0,80}\]\[[^[\]\n]{0,60}\p{L}[^[\]\n]{0,60}\]/gu,
		message: 'the link $0 has no address.',
		fix: 'Write [text](address).',
		ifPlain: true,
	},
	{
		mark: /\]\((?=\S)[^\n]{0,60}/g,
		message: NO_ADDRESS,
		fix: 'Write [text](address): close both brackets, and leave no space in the address.',
		ifPlain: true,
	},
	{
		mark: /\] \((?:\/[a-z]|\.{1,2}\/|#[a-z])[^\n)]{0,60}\)?/g,
		message: NO_ADDRESS,
		fix: 'Delete the space between ] and (.',
		ifPlain: true,
	},
	{
		mark: /(?<![\w*])\*\*(?=[\p{L}\p{N}"'\u201c([\ufffc])[^*\n]{0,40}|(?<=[\p{L}\p{N}.,!?:;"'\u201d)\]\ufffc])\*\*(?![\w*])/gu,
		message: '"$0" shows its marks, because the other "**" is missing or next to a space.',
		fix: 'Write **text**, with no space inside the marks. Put code in `code`.',
		ifPlain: true,
	},
];
