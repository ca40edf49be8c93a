/** What would be code: components outside the list, props that are no literal text, expressions. */
import type { MdastNode } from 'satteri';
import { didYouMean } from '../../words/suggest.ts';
import { componentProps } from './components.ts';
import { add, type BodyFacts } from './facts.ts';
import { isBreak } from './parse.ts';
import { BRACE_FIX, commentRemedy, htmlRemedy, separateLines, tagRemedy } from './remedies.ts';

export function expression(node: MdastNode, facts: BodyFacts): void {
	const text = 'value' in node ? String(node.value).slice(0, 40) : '';
	if (/^\s*\/[*/]/.test(text)) {
		add(facts, node, commentRemedy.message, commentRemedy.fix);
		return;
	}
	add(facts, node, `{${text}} is a JavaScript expression.`, BRACE_FIX);
}

/** What follows the word in code, and hardly ever in a sentence. */
const CODE = {
	import: /^import\s*(?:['"*{(]|[\w$]+\s*(?:,|from\s*['"]))/,
	export: /^export\s*(?:[*{]|(?:default|const|let|var|function|class|async|type|interface|enum)\b)/,
} as const;

/** A line that starts with import or export, which the parser takes for code whatever follows. */
export function moduleLine(node: MdastNode, facts: BodyFacts): void {
	const line = 'value' in node ? String(node.value) : '';
	const word = line.startsWith('import') ? 'import' : 'export';
	if (CODE[word].test(line)) {
		const fix = 'Remove the line. Entries contain Markdown only.';
		add(facts, node, 'import and export are code.', fix);
		return;
	}
	const message = `a paragraph that starts with "${word}" is read as code.`;
	const capital = word.charAt(0).toUpperCase() + word.slice(1);
	const fix = `Begin the sentence with "${capital}", or with another word.`;
	add(facts, node, message, fix);
}

export function component(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
	const { name } = node;
	if (isBreak(node)) {
		add(facts, node, 'a <br> is outside a table cell.', htmlRemedy('br'));
		return;
	}
	// Own keys only: <constructor> must not pass because every object inherits that name.
	const props = name && Object.hasOwn(componentProps, name) ? componentProps[name] : undefined;
	if (!name || !props) {
		const { message, fix } = tagRemedy({ name: name ?? '', closes: false }, '');
		add(facts, node, message, fix);
		return;
	}
	if (node.type === 'mdxJsxTextElement') {
		add(facts, node, `<${name}> is inside a line.`, separateLines(name));
	}
	if (node.children.length === 0) {
		add(facts, node, `the <${name}> has no text.`, 'Write its text, or delete it.');
	}
	const seen = new Set<string>();
	for (const attribute of node.attributes) {
		if (attribute.type !== 'mdxJsxAttribute') {
			add(
				facts,
				node,
				`<${name}> spreads props, which is code.`,
				`Write each prop as name="text".`,
			);
			continue;
		}
		const allowed = props.get(attribute.name);
		if (!allowed) {
			add(
				facts,
				node,
				`<${name}> has no prop "${attribute.name}".`,
				didYouMean(attribute.name, [...props.keys()], `It has: ${[...props.keys()].join(', ')}.`),
			);
			continue;
		}
		if (seen.has(attribute.name))
			add(facts, node, `prop "${attribute.name}" is set twice.`, 'Keep one.');
		seen.add(attribute.name);
		if (typeof attribute.value !== 'string') {
			add(
				facts,
				node,
				`prop ${attribute.name} of <${name}> is not literal text.`,
				`Write ${attribute.name}="text".`,
			);
		} else if (!allowed(attribute.value)) {
			add(
				facts,
				node,
				`prop ${attribute.name}="${attribute.value.slice(0, 40)}" of <${name}> is not allowed.`,
				allowed.remedy,
			);
		}
	}
}
