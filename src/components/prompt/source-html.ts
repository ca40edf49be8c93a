/** The source of a prompt as coloured, numbered lines. */
import { escapeHtml } from '#catalogue/words/escape-html.ts';
import { yamlLine } from './yaml-line.ts';

const FRONTMATTER = /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/;

/**
 * Frontmatter in the colours of YAML, then the template with its marks.
 *
 * The template is prose with marks: the Handlebars grammar takes fences such as <case> for HTML and
 * colours parts of words, so only the marks are coloured here.
 */
export function sourceHtml(source: string): string {
	const head = FRONTMATTER.exec(source)?.[0] ?? '';
	const body = source
		.slice(head.length)
		.replace(/^\r?\n/, '')
		.trimEnd();
	return [
		...(head ? head.split(/\r?\n/).map(yamlLine) : []),
		...body.split(/\r?\n/).map(templateHtml),
	]
		.map((html) => `<span class="l">${html}</span>`)
		.join('\n');
}

const MARK = /(\{\{[^{}]*\}\})/;
const STRUCTURE = /^\{\{\s*(?:[#/!^]|role\b|else\b)/;

/**
 * A line of a template: values in one colour, roles and blocks in another.
 *
 * @example
 * templateHtml('Name: {{name}}') // => 'Name: <span class="v">{{name}}</span>'
 */
export function templateHtml(line: string): string {
	return line
		.split(MARK)
		.map((piece, index) => {
			const text = escapeHtml(piece);
			if (index % 2 === 0) return text;
			return `<span class="${STRUCTURE.test(piece) ? 'n' : 'v'}">${text}</span>`;
		})
		.join('');
}
