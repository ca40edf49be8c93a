/**
 * Colours the frontmatter of a prompt, a line at a time.
 *
 * A grammar takes milliseconds for what is a few keys and values, and there are thousands of
 * prompts; the classes are those the highlighter writes for the code in prose.
 */
import { escapeHtml } from '#catalogue/words/escape-html.ts';

/** Indent and dash, key with its colon, value. */
const KEYED = /^(\s*(?:- )?)([^\s#'"{[:][^:#]*:)(?=\s|$)(.*)$/;
const CONSTANT = /^(?:true|false|null|-?\d+(?:\.\d+)?)$/;

/**
 * One line of simple YAML as HTML.
 *
 * @example
 * yamlLine('format: json') // => '<span class="tk-token-keyword">format:</span> <span class="tk-token-string">json</span>'
 */
export function yamlLine(line: string): string {
	if (/^\s*(?:#|---$)/.test(line)) return token('comment', line);
	const [, indent, key, value = ''] = KEYED.exec(line) ?? [];
	if (indent === undefined || key === undefined) return token('string', line);
	return `${indent}${token('keyword', key)}${valueHtml(value)}`;
}

function valueHtml(value: string): string {
	const text = value.trim();
	if (text === '') return value;
	const space = value.slice(0, value.length - value.trimStart().length);
	return `${space}${token(CONSTANT.test(text) ? 'constant' : 'string', text)}`;
}

function token(name: string, text: string): string {
	return text === '' ? '' : `<span class="tk-token-${name}">${escapeHtml(text)}</span>`;
}
