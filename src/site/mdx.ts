/**
 * Renders the prose of an entry to HTML chunks and component nodes, without running any of it.
 *
 * The guard has already refused everything but Markdown and the catalogue's components, so a body
 * never becomes a module: the tree is walked, not evaluated.
 */
import GithubSlugger from 'github-slugger';
import { toHtml } from 'hast-util-to-html';
import type { HastNode } from 'satteri';
import { sectionIds } from '#catalogue/model/anchors.ts';
import type { Entry } from '#catalogue/model/entry.ts';
import { type Picture, pictureAt, picturesOf } from '#catalogue/model/picture.ts';
import type { Page } from '#catalogue/pages/page.ts';
import { proseLevels } from '#catalogue/pages/prose.ts';
import { NOTE_KINDS, NOTE_TONES, NOTE_WORDS } from '#catalogue/read/mdx/components.ts';
import { hastOf } from '#catalogue/read/mdx/parse.ts';
import { getCatalogue } from './catalogue.ts';
import { footnotesOf, takeFootnotes, textOf } from './footnotes.ts';
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
export async function renderBody(
	source: Prose | string,
	options: BodyOptions = {},
): Promise<BodySection[]> {
	const entry = typeof source === 'string' ? undefined : source;
	const root = hastOf(entry?.body ?? String(source));
	const slugger = new GithubSlugger();
	const pictures = entry ? picturesOf(entry, await getCatalogue()) : new Map<string, Picture>();
	const context: Context = {
		options,
		slugger,
		pictures,
		heading: '',
		deeper: 0,
		regions: new Map(),
	};
	const sections: { part: number; title: string; id: string; children: Child[] }[] = [
		{ part: 0, title: '', id: '', children: [] },
	];
	// A root holds the same kinds of children as an element, and the document type that MDX has not.
	const blocks = ('children' in root ? root.children : []) as Child[];
	const notes = takeFootnotes(blocks);
	for (const child of blocks) {
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
		const own = footnotesOf(children, notes);
		if (own) children.push(own);
		rendered.push({ part, title, id, nodes: await chunks(children, context) });
	}
	return rendered;
}

/** The prose of a page by its parts, with headings below those that the page puts above it. */
export async function renderProse(
	page: Page,
	entry: Prose,
	options: Pick<BodyOptions, 'idPrefix'> = {},
): Promise<Map<number, BodyNode[]>> {
	const levels = proseLevels(page);
	if (levels.size === 0) return new Map();
	const parts = await renderBody(entry, { ...options, levelOf: (part) => levels.get(part) ?? 2 });
	return new Map(parts.map(({ part, nodes }) => [part, nodes]));
}

/** What of an entry is rendered; a text alone has no pictures. */
type Prose = Pick<Entry, 'body' | 'file' | 'pictures'>;

interface Context {
	options: BodyOptions;
	pictures: ReadonlyMap<string, Picture>;
	slugger: GithubSlugger;
	/** Text of the heading above, which names the regions below it. */
	heading: string;
	/** How much deeper headings are on the page than in the body. */
	deeper: number;
	/** The item of a list that is being finished. */
	item?: Element;
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
	if (isComponent(child)) {
		const { name, children } = child;
		return { component: name, props: propsOf(child), children: await chunks(children, context) };
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

const isComponent = (node: unknown): node is MdxElement =>
	typeof node === 'object' && node !== null && 'name' in node && 'attributes' in node;

const propsOf = ({ attributes }: MdxElement): Record<string, string> =>
	Object.fromEntries(attributes.map(({ name, value }) => [name, value]));

/** A note within a list or a quote, which are printed as a whole: as prose-html.ts has it. */
function noteElement(note: MdxElement): Element {
	const { kind: written, title } = propsOf(note);
	const kind = NOTE_KINDS.find((one) => one === written) ?? 'info';
	const word = NOTE_WORDS[kind];
	const element = (tagName: string, children: Child[], properties = {}): Element => ({
		type: 'element',
		tagName,
		properties,
		children,
	});
	const label: Child = { type: 'text', value: title ? `${word}: ${title}` : word };
	return element('div', [element('p', [element('b', [label])]), ...note.children], {
		className: ['note', NOTE_TONES[kind] ?? ''].filter(Boolean),
		role: 'note',
	});
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
	if (typeof address === 'string') properties.href = addressIn(address, context);
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
	if (tagName === 'img') show(element, context);
	if (tagName === 'input') nameTask(element, context);
	if (tagName === 'li') context.item = element;
	if (tagName === 'ul' && String(properties.className) === 'contains-task-list') {
		properties.className = ['tasks'];
	}
	for (const [index, child] of element.children.entries()) {
		const known = isComponent(child) ? noteElement(child) : child;
		if (known.type === 'element') element.children[index] = await finish(known, context);
	}
	if (tagName !== 'table') return element;
	properties.className = ['tbl', 'min-w-0'];
	// A wide table scrolls inside a region of its own, so that the page never scrolls sideways.
	return {
		type: 'element',
		tagName: 'div',
		properties: { className: ['scroll'], ...region('Table', context) },
		children: [element],
	};
}

/**
 * The address under the base. Headings of the prose of a pattern have a prefix on its page, which
 * has sections of its own; authors write the names of headings alone.
 */
function addressIn(address: string, { options }: Context): string {
	const [, path = '', name = ''] = /^(\/[^#]*)?#(.+)$/.exec(address) ?? [];
	const ofPattern = path ? path.startsWith('/patterns/') : options.idPrefix === PATTERN_PREFIX;
	const isSection = sectionIds('patterns').includes(name) || name.startsWith('user-content-');
	const full = name && ofPattern && !isSection ? `${path}#${PATTERN_PREFIX}${name}` : address;
	return full.startsWith('/') ? href(full) : full;
}

/** What the page of a pattern puts before the ids of headings in its prose. */
const PATTERN_PREFIX = 'text-';

/** A picture at its published address, with the room it takes before it is loaded. */
function show({ properties }: Element, { pictures }: Context): void {
	const picture = pictureAt(pictures, String(properties.src));
	if (!picture) return;
	properties.src = href(`/${picture.path}`);
	properties.width = picture.width;
	properties.height = picture.height;
	properties.loading = 'lazy';
	properties.decoding = 'async';
}

/** The box of a task is named by the words of its item. */
function nameTask({ properties }: Element, { item }: Context): void {
	const own = item?.children.filter((child) => !isList(child)) ?? [];
	properties.ariaLabel = own.map(textOf).join('').replace(/\s+/g, ' ').trim() || 'Task';
	if (item) delete item.properties.className;
}

const isList = (node: Child) => node.type === 'element' && /^[uo]l$/.test(node.tagName);

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
