/**
 * MDX is content, not code: Markdown and a few components with literal props, nothing else.
 * Everything that could run, fetch or imitate is a finding, before anything renders it.
 */

import type { MdastNode } from 'satteri';
import { mayHide } from '#schemas/hidden.ts';
import { hiddenInNode } from '../hidden.ts';
import { component, expression, moduleLine } from './check-component.ts';
import { code, heading, image, link, table } from './check-markdown.ts';
import { dialects, HOLDS_TEXT, indentedCode, quote } from './dialects.ts';
import { add, type BodyFacts, type Check, type MdxProblem, noFacts, type Place } from './facts.ts';
import { footnotes } from './footnotes.ts';
import { tooDeepRemedy } from './remedies.ts';

/** Every kind of node that Markdown alone can make; what is not here is refused. */
const MARKDOWN = new Set(
	'root paragraph heading text emphasis strong delete inlineCode code blockquote list listItem table tableRow tableCell thematicBreak break link image footnoteReference footnoteDefinition'.split(
		' ',
	),
);

/** Walks a body once and returns what is not allowed, and what it links to, heads and shows. */
export function inspectBody(root: MdastNode, place: Place): BodyFacts {
	const facts = noFacts();
	const body = place.lines.join('\n');
	// Characters of a node are those of its text, unless an entity makes one.
	const hides = body.includes('&') || mayHide(body);
	visit(root, facts, { ...place, hides });
	footnotes(root, facts);
	indentedCode(root, facts);
	// Each problem is held against all, so there must be an end to them.
	facts.problems.splice(MOST_COMPARED);
	return { ...facts, problems: facts.problems.filter(isOwn(facts)) };
}

/** Most problems of one body that are looked at; far fewer are shown. */
const MOST_COMPARED = 1000;

/** Whether a problem is more than a brace within a formula or a mark that is named as a whole. */
const isOwn =
	({ problems }: BodyFacts) =>
	({ line, message }: MdxProblem): boolean =>
		!EXPRESSION.test(message) ||
		!problems.some(
			(other) =>
				other.endLine !== undefined &&
				DIALECT.test(other.message) &&
				other.line <= line &&
				line <= other.endLine,
		);

const EXPRESSION = /is a JavaScript expression\.$/;
const DIALECT = /is a formula|of another dialect/;

/** With whether its text can hold a hidden character at all; hardly any does. */
type Visited = Place & { hides: boolean };

/** Far beyond any prose, and far below what exhausts the stack of a recursive walk. */
const MAX_DEPTH = 50;

function visit(node: MdastNode, facts: BodyFacts, place: Visited, depth = 0): void {
	if (depth > MAX_DEPTH) {
		add(facts, node, tooDeepRemedy.message, tooDeepRemedy.fix);
		return;
	}
	const hidden = place.hides ? hiddenInNode(node) : undefined;
	if (hidden) {
		const { range, message, fix } = hidden;
		facts.problems.push({ ...range, rule: 'hidden', message, fix });
	}
	const check = CHECKS.get(node.type);
	if (check) check(node, facts, place);
	else if (!MARKDOWN.has(node.type)) {
		add(
			facts,
			node,
			`"${node.type}" is not plain Markdown.`,
			'Write it as text, a list or a table.',
		);
	}
	if (HOLDS_TEXT.has(node.type)) dialects(node, facts, place);
	if ('children' in node)
		for (const child of node.children) visit(child as MdastNode, facts, place, depth + 1);
}

const noReference: Check = (node, facts) =>
	add(
		facts,
		node,
		'reference-style links are not allowed.',
		'Write the address where it is used: [text](address).',
	);

const CHECKS = new Map<string, Check>([
	['mdxjsEsm', moduleLine],
	['mdxFlowExpression', expression],
	['mdxTextExpression', expression],
	['mdxJsxFlowElement', component],
	['mdxJsxTextElement', component],
	['html', (node, facts) => add(facts, node, 'raw HTML is not allowed.', 'Write it in Markdown.')],
	['heading', heading],
	['link', link],
	['image', image],
	['code', code],
	['table', table],
	['blockquote', quote],
	['definition', noReference],
	['linkReference', noReference],
	[
		'imageReference',
		(node, facts) =>
			add(
				facts,
				node,
				'reference-style images are not allowed.',
				'Write ![what it shows](./file.png).',
			),
	],
]);
