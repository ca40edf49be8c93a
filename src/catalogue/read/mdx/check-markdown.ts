/** What Markdown can say and an entry may not: unsafe links, pictures from elsewhere, task lists. */
import type { MdastNode } from 'satteri';
import { collections } from '#schemas/index.ts';
import { didYouMean } from '../../words/suggest.ts';
import { add, type BodyFacts, plainText } from './facts.ts';

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

export function heading(node: MdastNode, facts: BodyFacts): void {
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

export function link(node: MdastNode, facts: BodyFacts): void {
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

export function image(node: MdastNode, facts: BodyFacts): void {
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

export function code(node: MdastNode, facts: BodyFacts): void {
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

export function listItem(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return;
	add(facts, node, 'a task list gives checkboxes that nobody can name.', 'Write a plain list.');
}
