/** The words of an entry as plain text: from its data, and from its prose by heading. */
import GithubSlugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { collections } from '#schemas/index.ts';
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import { titleOf } from '../model/entry.ts';
import { referencesOf } from '../model/references.ts';
import type { Path } from '../model/schema-walk.ts';
import { plainText } from '../read/mdx/facts.ts';
import { mdastOf } from '../read/mdx/parse.ts';
import { messageTemplates } from '../read/prompts/source.ts';

/** Text under one heading of the prose; the first may have none. */
export interface BodyText {
	id: string;
	title: string;
	text: string;
}

/** An id, a date or a word of a vocabulary: said elsewhere in words that people use. */
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const VERSION = /^\d+\.\d+\.\d+$/;

/** Collects the sentences and names in the fields of an entry, one per line. */
export type FieldText = (...keys: string[]) => string;

/** References become the titles they stand for, so that a pattern is found by its controls. */
export function fieldText(entry: Entry, catalogue: Catalogue): FieldText {
	const titles = new Map<string, string>();
	for (const { path, to, id } of referencesOf(entry)) {
		const map: ReadonlyMap<string, Entry> | undefined = isCollection(to)
			? catalogue.all[to]
			: undefined;
		const target = map?.get(id);
		if (target) titles.set(keyOf(path), titleOf(target));
	}
	return (...keys) => {
		const found: string[] = [];
		for (const key of keys) addLines(field(entry, key), key, titles, found);
		return found.join('\n');
	};
}

function field({ data }: Entry, key: string): unknown {
	return Object.entries(data).find(([name]) => name === key)?.[1];
}

/** Adds what a value says to the lines found so far; `at` is its path with points between. */
function addLines(
	value: unknown,
	at: string,
	titles: ReadonlyMap<string, string>,
	found: string[],
): void {
	if (typeof value === 'string') {
		const title = titles.get(at);
		if (title) found.push(title);
		else if (!CODE.test(value) && !VERSION.test(value)) found.push(value);
	} else if (Array.isArray(value)) {
		for (const [index, item] of value.entries()) addLines(item, `${at}.${index}`, titles, found);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, item] of Object.entries(value)) addLines(item, `${at}.${key}`, titles, found);
	}
}

const keyOf = (path: Path) => path.map(String).join('.');

/** The prose of an entry by its ## headings, each with the id that the page gives it. */
export function bodyText({ collection, body }: Entry): BodyText[] {
	const { format } = collections[collection];
	if (!body.trim()) return [];
	if (format === 'prompt')
		return [{ id: 'source', title: 'Source and variables', text: templateText(body) }];
	const slugger = new GithubSlugger();
	const sections: BodyText[] = [{ id: '', title: '', text: '' }];
	const root = mdastOf(body);
	for (const node of 'children' in root ? (root.children as MdastNode[]) : []) {
		if (node.type === 'heading') {
			const title = plainText(node);
			// Every heading takes its turn, or a name used twice would get another id than on the page.
			const id = slugger.slug(title);
			if (node.depth === 2) {
				sections.push({ id, title, text: '' });
				continue;
			}
		}
		const last = sections.at(-1);
		if (last) last.text += `${blockText(node)}\n`;
	}
	return sections
		.map((section) => ({ ...section, text: section.text.trim() }))
		.filter(({ title, text }) => title || text);
}

/** Items of a list and cells of a table are apart, as they are on the page. */
const BLOCKS = new Set([
	'list',
	'listItem',
	'table',
	'tableRow',
	'blockquote',
	'mdxJsxFlowElement',
]);

function blockText(node: MdastNode): string {
	if (!BLOCKS.has(node.type) || !('children' in node)) return plainText(node);
	return (node.children as MdastNode[]).map(blockText).join('\n');
}

function templateText(body: string): string {
	const marks = /\{\{[^}]*\}\}/g;
	return messageTemplates(body)
		.map(({ content }) => content.replace(marks, ' '))
		.join('\n')
		.trim();
}
