/** Marks of other template languages in a template: they reach the model as they are written. */
import { suggest } from '../../words/suggest.ts';

export interface ForeignMark {
	/** Where it starts in the template. */
	index: number;
	shown: string;
	/** The variable it seems to mean. */
	variable: string | undefined;
}

interface Kind {
	mark: RegExp;
	/** Counts only where it names a variable of the prompt, for a mark that is plain text elsewhere. */
	ifDeclared?: true;
}

const NAME = '[A-Za-z_][\\w.-]{0,60}';

const KINDS: readonly Kind[] = [
	// ${name}, ${input:name}, #{name}, @{name}
	{ mark: /[$#@]\{\s*(?:\w+:)?([^{}\n]{1,80}?)\s*\}/g },
	// Jinja, Liquid, Nunjucks
	{ mark: /\{%-?[^\n]{0,200}?%\}/g },
	{ mark: /\{#(?!\s*\})[^\n{}]{1,200}?#\}/g },
	// ERB, EJS, ASP
	{ mark: /<%[=\-#@]?\s*([^%\n]{0,200}?)\s*-?%>/g },
	// Python: %(name)s, {name}, {name:>10}, {0}
	{ mark: new RegExp(`%\\((${NAME})\\)[sdrfi]`, 'g') },
	{
		mark: new RegExp(
			`(?<![\\w\\\\{$#@^}\\])>])\\{(${NAME}(?:\\[\\w+\\])?|\\d{1,2})(?:![rsa])?(?::[<>^=+ #,.\\w%]{1,12})?\\}(?!\\})`,
			'g',
		),
	},
	{ mark: new RegExp(`(?<![\\w\\\\{$#@}])\\{ (${NAME}) \\}(?!\\})`, 'g'), ifDeclared: true },
	{ mark: new RegExp(`(?<![\\w$\\\\])\\$(${NAME})`, 'g'), ifDeclared: true },
	{ mark: new RegExp(`(?<![\\w@/.])@(${NAME})`, 'g'), ifDeclared: true },
	// C and Python: %s, %d
	{ mark: /(?<![\w%.])%(?:\.\d)?[sdif](?![\w%])/g },
	{ mark: new RegExp(`<<\\s*(${NAME})\\s*>>`, 'g'), ifDeclared: true },
	{ mark: new RegExp(`\\[\\[\\s*(${NAME})\\s*\\]\\]`, 'g'), ifDeclared: true },
	{ mark: new RegExp(`(?<!%)%(${NAME})%(?!%)`, 'g'), ifDeclared: true },
	{ mark: new RegExp(`(?<![\\w])__(${NAME})__(?![\\w])`, 'g'), ifDeclared: true },
	// What people leave for themselves
	{ mark: /[[<]\s*(?:insert|fill in|placeholder|replace with)\b[^\]>\n]{0,80}[\]>]/gi },
	{ mark: /\[(?:ENTER|ADD|FILL|YOUR|TODO|TBD|REPLACE|CHOOSE|PASTE)\b[^\]\n]{0,80}\]/g },
	{ mark: /\b(?:TODO|FIXME|TBC|TBD|XXX)\b(?=:)|\blorem ipsum\b/gi },
];

/** Finds them in a template, each place once; `names` are the variables that are declared. */
export function foreignMarks(template: string, names: readonly string[]): ForeignMark[] {
	const text = blanked(template);
	const found: (ForeignMark & { end: number })[] = [];
	for (const { mark, ifDeclared } of KINDS) {
		for (const match of text.matchAll(mark)) {
			const { index, 0: shown, 1: inner = '' } = match;
			const end = index + shown.length;
			if (found.some((other) => index < other.end && other.index < end)) continue;
			const variable = variableIn(inner, names);
			if (ifDeclared && !names.includes(variable ?? '')) continue;
			if (isCode(text, index)) continue;
			found.push({ index, end, shown, variable });
		}
	}
	return found.sort((a, b) => a.index - b.index).map(({ end: _, ...mark }) => mark);
}

/** The template with its own marks taken out, every other character at its place. */
function blanked(template: string): string {
	// After the last end there is no mark: looking for one from each brace would take too long.
	const end = template.lastIndexOf('}}') + 2;
	const marks = /(?<!\\)\\*\{\{[\s\S]*?\}\}+/g;
	const before = template.slice(0, end).replace(marks, (mark) => mark.replace(/[^\n]/g, ' '));
	return before + template.slice(end);
}

function variableIn(inner: string, names: readonly string[]): string | undefined {
	const [name = ''] = /[A-Za-z_]\w*/.exec(inner) ?? [];
	if (name === '') return undefined;
	return names.includes(name) ? name : suggest(name, names);
}

/** A line that imports or declares something is an example of code, and its braces are the code's. */
function isCode(text: string, index: number): boolean {
	const start = text.lastIndexOf('\n', index - 1) + 1;
	const end = text.indexOf('\n', index);
	const line = text.slice(start, end === -1 ? undefined : end);
	return (
		/^\s*(?:import|export|const|let|var|function|def|class|return|from)\b.*[;({=]/.test(line) ||
		/\)\s*=>/.test(line)
	);
}
