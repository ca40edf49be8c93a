/**
 * Renders the prose of an entry to HTML chunks and component nodes, without running any of it.
 *
 * The guard has already refused everything but Markdown and the catalogue's components, so a body
 * never becomes a module: the tree is walked, not evaluated.
 */
import GithubSlugger from 'github-slugger';
import { toHtml } from 'hast-util-to-html';
import type { HastNode } from 'satteri';
import type { Entry } from '#catalogue/model/catalogue.ts';
import type { Page } from '#catalogue/pages/page.ts';
import { proseLevels } from '#catalogue/pages/prose.ts';
import { hastOf } from '#catalogue/read/mdx/parse.ts';
import { highlight } from './highlight.ts';
import { href } from './urls.ts';

export type BodyNode =
	| { html: string }
	| { component: string; props: Record<string, string>; children: BodyNode[] };

export interface BodySection {
	/** Place among the parts of the body: 0 is what comes before the first ## heading. */
	part: number;
	/** Text of its ## heading; empty for what comes before the first. */
	title: string;
	/** Id of the heading, for links to it. */
	id: string;
	nodes: BodyNode[];
}

type Element = Extract<HastNode, { type: 'element' }>;
type Child = Element['children'][number];

export interface BodyOptions {
	/** Put before every heading id, so that two bodies on one page do not collide. */
	idPrefix?: string;
	/** Level of the heading above a part: 3 turns the ### inside it into h4. */
	levelOf?: (part: number) => number;
}

/** The prose by its ## headings, in order. The heading itself is left to the page. */
export async function renderBody(body: string, options: BodyOptions = {}): Promise<BodySection[]> {
	const root = hastOf(body);
	const slugger = new GithubSlugger();
	const context: Context = { options, slugger, heading: '', deeper: 0, regions: new Map() };
	const sections: { part: number; title: string; id: string; children: Child[] }[] = [
		{ part: 0, title: '', id: '', children: [] },
	];
	// A root holds the same kinds of children as an element, and the document type that MDX has not.
	for (const child of ('children' in root ? root.children : []) as Child[]) {
		if (child.type === 'element' && child.tagName === 'h2') {
			const title = textOf(child);
			sections.push({ part: sections.length, title, id: idFor(title, context), children: [] });
		} else sections.at(-1)?.children.push(child);
	}
	const filled = sections.filter(({ title, children }) => title || children.some(hasContent));
	const rendered: BodySection[] = [];
	for (const { part, title, id, children } of filled) {
		context.heading = title;
		context.deeper = (options.levelOf?.(part) ?? 2) - 2;
		rendered.push({ part, title, id, nodes: await chunks(children, context) });
	}
	return rendered;
}

/** The prose of a page by its parts, with headings below those that the page puts above it. */
export async function renderProse(
	page: Page,
	{ body }: Pick<Entry, 'body'>,
	options: Pick<BodyOptions, 'idPrefix'> = {},
): Promise<Map<number, BodyNode[]>> {
	const levels = proseLevels(page);
	if (levels.size === 0) return new Map();
	const parts = await renderBody(body, { ...options, levelOf: (part) => levels.get(part) ?? 2 });
	return new Map(parts.map(({ part, nodes }) => [part, nodes]));
}

interface Context {
	options: BodyOptions;
	slugger: GithubSlugger;
	/** Text of the heading above, which names the regions below it. */
	heading: string;
	/** How much deeper headings are on the page than in the body. */
	deeper: number;
	/** How often a name was given, because two regions of one name cannot be told apart. */
	regions: Map<string, number>;
}

const hasContent = (child: Child) => child.type !== 'text' || child.value.trim() !== '';

const idFor = (text: string, { options, slugger }: Context) =>
	`${options.idPrefix ?? ''}${slugger.slug(text)}`;

/** Joins neighbouring HTML, so that a body without components is one chunk. */
async function chunks(children: readonly Child[], context: Context): Promise<BodyNode[]> {
	const nodes: BodyNode[] = [];
	for (const child of children) {
		const node = await chunk(child, context);
		const last = nodes.at(-1);
		if (last && 'html' in last && 'html' in node) last.html += node.html;
		else nodes.push(node);
	}
	return nodes;
}

async function chunk(child: Child, context: Context): Promise<BodyNode> {
	// Components stand between blocks only (the guard refuses them inside a line).
	if ('name' in child && 'attributes' in child) {
		const { name, attributes, children } = child as MdxElement;
		const props = attributes.map((attribute): [string, string] => [
			attribute.name,
			attribute.value,
		]);
		return {
			component: name,
			props: Object.fromEntries(props),
			children: await chunks(children, context),
		};
	}
	const finished = child.type === 'element' ? await finish(child, context) : child;
	return { html: toHtml(finished, { allowDangerousHtml: true }) };
}

/** What the guard leaves of a component: a name and literal props. */
interface MdxElement {
	name: string;
	attributes: { name: string; value: string }[];
	children: Child[];
}

/** The element with what the page needs: ids, addresses under the base, colours, regions. */
async function finish(element: Element, context: Context): Promise<Element> {
	const { properties, tagName } = element;
	const level = /^h([3-6])$/.exec(tagName)?.[1];
	if (level) {
		context.heading = textOf(element);
		properties.id = idFor(context.heading, context);
		element.tagName = `h${Math.min(6, Number(level) + context.deeper)}`;
	}
	const address = properties.href;
	if (typeof address === 'string' && address.startsWith('/')) properties.href = href(address);
	const alignment = /text-align:\s*(\w+)/.exec(String(properties.style ?? ''))?.[1];
	if (alignment) {
		delete properties.style;
		properties.className = [`ta-${alignment}`];
	}
	// A table may leave its corner empty; a heading that says nothing must not be one.
	if (tagName === 'th') {
		if (textOf(element).trim() === '') element.tagName = 'td';
		else properties.scope = 'col';
	}
	if (tagName === 'pre') return colour(element, context);
	for (const [index, child] of element.children.entries()) {
		if (child.type === 'element') element.children[index] = await finish(child, context);
	}
	if (tagName !== 'table') return element;
	// A wide table scrolls inside a region of its own, so that the page never scrolls sideways.
	return {
		type: 'element',
		tagName: 'div',
		properties: { className: ['scroll'], ...region('Table', context) },
		children: [element],
	};
}

async function colour(pre: Element, context: Context): Promise<Element> {
	const [code] = pre.children;
	if (code?.type !== 'element') return pre;
	const classes = [code.properties.className].flat().map(String);
	const language = classes.find((name) => name.startsWith('language-'))?.slice(9);
	const html = await highlight(textOf(code).replace(/\n$/, ''), language ?? 'text');
	// `raw` is how hast says "already HTML"; the highlighter has escaped the text.
	const coloured = { type: 'raw', value: html } as unknown as Child;
	return {
		...pre,
		properties: region('Code', context),
		children: [{ ...code, properties: {}, children: [coloured] }],
	};
}

/** A scroll area that assistive technology can name. */
function region(kind: string, { heading, regions }: Context): Element['properties'] {
	const name = heading ? `${kind}: ${heading}` : kind;
	const count = (regions.get(name) ?? 0) + 1;
	regions.set(name, count);
	return { role: 'region', ariaLabel: count > 1 ? `${name}, ${count}` : name, tabIndex: 0 };
}

function textOf(node: HastNode | Child): string {
	if ('value' in node && typeof node.value === 'string') return node.value;
	return 'children' in node ? (node.children as Child[]).map(textOf).join('') : '';
}
