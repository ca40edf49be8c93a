/** What would be code: components outside the list, props that are no literal text, expressions. */
import type { MdastNode } from 'satteri';
import { didYouMean } from '../../words/suggest.ts';
import { componentProps } from './components.ts';
import { add, type BodyFacts } from './facts.ts';

export function expression(node: MdastNode, facts: BodyFacts): void {
	const text = 'value' in node ? String(node.value).slice(0, 40) : '';
	add(
		facts,
		node,
		`{${text}} is a JavaScript expression.`,
		'Write \\{ for a brace in text, or put it in `code`.',
	);
}

export function component(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
	const { name } = node;
	const known = Object.keys(componentProps);
	// Own keys only: <constructor> must not pass because every object inherits that name.
	const props = name && Object.hasOwn(componentProps, name) ? componentProps[name] : undefined;
	if (!name || !props) {
		const shown = name ?? '';
		const message = /^[a-z]/.test(shown)
			? `raw HTML <${shown}> is not allowed.`
			: `<${shown}> is not a component of the catalogue.`;
		add(
			facts,
			node,
			message,
			didYouMean(
				shown,
				known,
				`Use Markdown, or one of: ${known.map((word) => `<${word}>`).join(', ')}.`,
			),
		);
		return;
	}
	if (node.type === 'mdxJsxTextElement') {
		add(
			facts,
			node,
			`<${name}> stands inside a line.`,
			`Put <${name}> and </${name}> on lines of their own, with blank lines around the text.`,
		);
	}
	const seen = new Set<string>();
	for (const attribute of node.attributes) {
		if (attribute.type !== 'mdxJsxAttribute') {
			add(
				facts,
				node,
				`<${name}> has a spread of props, which is code.`,
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
