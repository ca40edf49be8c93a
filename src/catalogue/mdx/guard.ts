/**
 * MDX is content, not code: Markdown and a few components with literal props, nothing else.
 * Everything that could run, fetch or imitate is a finding, before anything renders it.
 */
import type { MdastNode } from 'satteri';
import { collections } from '#schemas/index.ts';
import type { CheckName } from '../rules/checks.ts';
import { didYouMean } from '../suggest.ts';
import { componentProps } from './components.ts';

export interface MdxProblem {
	/** Line of the body, 1-based. */
	line: number;
	column: number;
	rule: CheckName;
	message: string;
	fix: string;
}

/** A link to another entry, found in prose. */
export interface BodyLink {
	collection: string;
	id: string;
	line: number;
	column: number;
}

export interface Heading {
	depth: number;
	text: string;
	line: number;
	column: number;
}

export interface BodyFacts {
	problems: MdxProblem[];
	links: BodyLink[];
	headings: Heading[];
}

/** Every kind of node that Markdown alone can make; what is not here is refused. */
const MARKDOWN = new Set(
	'root paragraph heading text emphasis strong delete inlineCode code blockquote list listItem table tableRow tableCell thematicBreak break link image'.split(
		' ',
	),
);

/** Languages the highlighter loads; a closed list keeps the build fast and the colours right. */
export const LANGUAGES = [
	'yaml',
	'json',
	'ts',
	'bash',
	'sql',
	'handlebars',
	'text',
	'diff',
] as const;

const ENTRY_LINK = /^\/([a-z-]+)\/([a-z0-9-]+)\/(?:#[\w-]+)?$/;
const PICTURE = /^(?:\.\/)?[a-z0-9][a-z0-9._-]*\.(?:png|jpg|jpeg|webp|avif)$/i;
/** Browsers drop these inside a scheme, so `java\tscript:` would still be a script. */
const IGNORED = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g;

/** Walks a body once and returns what is not allowed, the links to entries, and the headings. */
export function inspectBody(root: MdastNode): BodyFacts {
	const facts: BodyFacts = { problems: [], links: [], headings: [] };
	visit(root, facts);
	return facts;
}

/** Far beyond any prose, and far below what exhausts the stack of a recursive walk. */
const MAX_DEPTH = 50;

function visit(node: MdastNode, facts: BodyFacts, depth = 0): void {
	if (depth > MAX_DEPTH) {
		add(
			facts,
			node,
			'the prose is nested too deeply to read.',
			'Take out the nested quotes and lists.',
		);
		return;
	}
	const check = CHECKS.get(node.type);
	if (check) check(node, facts);
	else if (!MARKDOWN.has(node.type)) {
		add(
			facts,
			node,
			`"${node.type}" is not plain Markdown.`,
			'Write it as text, a list or a table.',
		);
	}
	if ('children' in node)
		for (const child of node.children) visit(child as MdastNode, facts, depth + 1);
}

function add(facts: BodyFacts, node: MdastNode, message: string, fix: string): void {
	const { line, column } = node.position?.start ?? { line: 1, column: 1 };
	facts.problems.push({ line, column, rule: 'mdx', message, fix });
}

type Check = (node: MdastNode, facts: BodyFacts) => void;

const CHECKS = new Map<string, Check>([
	[
		'mdxjsEsm',
		(node, facts) =>
			add(
				facts,
				node,
				'import and export are code.',
				'Remove the line; entries hold Markdown only.',
			),
	],
	['mdxFlowExpression', expression],
	['mdxTextExpression', expression],
	['mdxJsxFlowElement', component],
	['mdxJsxTextElement', component],
	['html', (node, facts) => add(facts, node, 'raw HTML is not allowed.', 'Write it in Markdown.')],
	['heading', heading],
	['link', link],
	['image', image],
	['code', code],
	['listItem', listItem],
	[
		'definition',
		(node, facts) =>
			add(
				facts,
				node,
				'reference-style links are not allowed.',
				'Write the address where it is used: [text](address).',
			),
	],
	[
		'linkReference',
		(node, facts) =>
			add(
				facts,
				node,
				'reference-style links are not allowed.',
				'Write the address where it is used: [text](address).',
			),
	],
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

function expression(node: MdastNode, facts: BodyFacts): void {
	const text = 'value' in node ? String(node.value).slice(0, 40) : '';
	add(
		facts,
		node,
		`{${text}} is a JavaScript expression.`,
		'Write \\{ for a brace in text, or put it in `code`.',
	);
}

function component(node: MdastNode, facts: BodyFacts): void {
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

function heading(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'heading') return;
	const { line, column } = node.position?.start ?? { line: 1, column: 1 };
	facts.headings.push({ depth: node.depth, text: plainText(node), line, column });
	if (node.depth < 2 || node.depth > 3) {
		add(
			facts,
			node,
			`a heading of level ${node.depth} is not allowed.`,
			'Use ## and ###; the title of the entry is the first level.',
		);
	}
}

function link(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'link') return;
	const { url } = node;
	const entry = ENTRY_LINK.exec(url);
	if (entry) {
		const [, collection = '', id = ''] = entry;
		const { line, column } = node.position?.start ?? { line: 1, column: 1 };
		facts.links.push({ collection, id, line, column });
		return;
	}
	const bare = url.replace(IGNORED, '');
	const safe =
		bare === url &&
		(/^https?:\/\/[^\s\\]+$/.test(url) || /^mailto:[^\s\\]+$/.test(url) || /^#[\w-]+$/.test(url));
	if (safe) return;
	add(
		facts,
		node,
		`the link "${url.slice(0, 60)}" leads nowhere safe.`,
		`Link to an entry (/${Object.keys(collections)[0]}/its-id/), a heading (#name), or an https address.`,
	);
}

function image(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'image') return;
	if (!PICTURE.test(node.url)) {
		add(
			facts,
			node,
			`the image "${node.url.slice(0, 60)}" is not a picture beside the entry.`,
			'Use a png, jpg, webp or avif file in the folder of the entry: ![what it shows](./file.png).',
		);
	}
}

function code(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'code' || !node.lang) return;
	const known: readonly string[] = LANGUAGES;
	if (known.includes(node.lang)) return;
	add(
		facts,
		node,
		`the code language "${node.lang.slice(0, 30)}" is not loaded.`,
		didYouMean(node.lang, known, `Use one of: ${known.join(', ')}.`),
	);
}

function listItem(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return;
	add(facts, node, 'a task list gives checkboxes that nobody can name.', 'Write a plain list.');
}

/** The words of a node without their marks. */
export function plainText(node: MdastNode): string {
	if ('value' in node && typeof node.value === 'string') return node.value;
	return 'children' in node
		? node.children.map((child) => plainText(child as MdastNode)).join('')
		: '';
}
