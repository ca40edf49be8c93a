/** The words that people read of the product itself: strings of the code, text of the components. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text of a file, with the line it starts on. */
export interface InterfaceText {
	file: string;
	line: number;
	text: string;
}

/** Every text of a file that people read. Of a script only strings with a space are words. */
export function textsOfFile(root: string, file: string): InterfaceText[] {
	const source = readFileSync(join(root, file), 'utf8');
	if (file.endsWith('.md')) return markdown(file, source);
	if (!file.endsWith('.astro')) return strings(file, source, 0);
	const [, head = '', body = source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
	return [...strings(file, head, 1), ...markup(file, body, source.split('\n').length)];
}

function strings(file: string, source: string, before: number): InterfaceText[] {
	const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
	const found: InterfaceText[] = [];
	const add = (node: ts.Node, text: string) => {
		if (!/\w \w/.test(text)) return;
		const { line } = parsed.getLineAndCharacterOfPosition(node.getStart(parsed));
		found.push({ file, line: line + 1 + before, text });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isRegularExpressionLiteral(node)) return;
		if (ts.isStringLiteralLike(node)) add(node, node.text);
		else if (ts.isTemplateExpression(node)) {
			// What is filled in is another text; a letter stands for it.
			add(
				node,
				[node.head, ...node.templateSpans.map(({ literal }) => literal)]
					.map(({ text }) => text)
					.join('X'),
			);
			for (const { expression } of node.templateSpans) visit(expression);
		} else ts.forEachChild(node, visit);
	};
	visit(parsed);
	return found;
}

/** The text of a template: what is left without comments, scripts, styles, classes and tags. */
function markup(file: string, body: string, length: number): InterfaceText[] {
	const first = length - body.split('\n').length;
	const blank = (text: string) => text.replace(/[^\n]/g, ' ');
	const words = body
		.replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}|<(script|style)\b[\s\S]*?<\/\1>/g, blank)
		.replace(/\b(?:class|class:list|href|d|id)=(?:"[^"]*"|\{[^}]*\})/g, blank)
		.replace(/^\s*\/\/.*$/gm, blank);
	return words
		.split('\n')
		.map((text, index) => ({
			file,
			line: first + index + 1,
			text: text.replace(/<\/?[\w.]+|\/?>/g, ' '),
		}))
		.filter(({ text }) => /\w \w/.test(text));
}

function markdown(file: string, source: string): InterfaceText[] {
	const prose = source.replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ' '));
	return prose
		.split('\n')
		.map((text, index) => ({ file, line: index + 1, text: text.replace(/`[^`]*`/g, '`code`') }));
}
