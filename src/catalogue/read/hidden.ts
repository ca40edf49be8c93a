/** Hidden characters in what was read: as they are, as escapes of the data, as entities of the prose. */
import { type MdastNode, markdownToMdast } from 'satteri';
import { type HiddenCharacter, hiddenIn, mayHide } from '#schemas/hidden.ts';
import { MOST_PROBLEMS, type Range } from '../model/finding.ts';
import type { Path } from '../model/schema-walk.ts';
import { placeAt } from './leaks/leak.ts';
import { locateYaml, parseYaml } from './parse/yaml.ts';

/** One place that holds a hidden character, in the words of a finding. */
export interface Hidden {
	range: Range;
	message: string;
	fix: string;
}

const hidden = (range: Range, { code }: HiddenCharacter, fix: string): Hidden => ({
	range,
	message: `the line contains ${code}, a character that nobody can see.`,
	fix,
});

/** The first hidden character of each line of a text, as it is. */
export function hiddenInText(text: string): Hidden[] {
	const found: Hidden[] = [];
	let next = 0;
	for (const character of hiddenIn(text)) {
		// One of each line is enough, and to find its line costs a look at all before it.
		if (character.index < next) continue;
		const range = placeAt(text, character.index);
		const end = text.indexOf('\n', character.index);
		next = end < 0 ? text.length : end + 1;
		found.push(
			character.index === 0 && character.code === 'U+FEFF'
				? {
						range,
						message: 'the file starts with a byte order mark (U+FEFF).',
						fix: 'Save it as UTF-8 without BOM.',
					}
				: hidden(range, character, 'Delete it, or type the line again.'),
		);
		if (found.length > MOST_PROBLEMS) break;
	}
	return found;
}

/** Hidden characters that an escape brings into data, such as "\u200b"; one for each text. */
export function hiddenInData(data: unknown, yaml: string, firstLine = 1): Hidden[] {
	// Characters of data are those of its text, unless an escape makes one.
	if (!yaml.includes('\\') && !mayHide(yaml)) return [];
	const found: Hidden[] = [];
	const look = (text: string, path: Path, want: 'key' | 'value') => {
		if (found.length > MOST_PROBLEMS) return;
		const character = hiddenIn(text).next().value;
		if (!character) return;
		const range = locateYaml(yaml, path, want, firstLine);
		found.push(hidden(range, character, 'Delete its escape.'));
	};
	const walk = (value: unknown, path: Path): void => {
		if (typeof value === 'string') look(value, path, 'value');
		else if (Array.isArray(value))
			for (const [at, item] of value.entries()) walk(item, [...path, at]);
		else if (typeof value === 'object' && value !== null) {
			for (const [key, item] of Object.entries(value)) {
				look(key, [...path, key], 'key');
				walk(item, [...path, key]);
			}
		}
	};
	walk(data, []);
	return found;
}

/** What of a node of Markdown is text: its words, its address, its name, what an attribute says. */
const TEXTS = ['value', 'url', 'title', 'alt', 'name', 'lang', 'meta'] as const;

/** The first hidden character that an entity brings into a node of Markdown, such as `&shy;`. */
export function hiddenInNode(node: MdastNode): Hidden | undefined {
	const fields = node as Partial<Record<(typeof TEXTS)[number] | 'attributes', unknown>>;
	const attributes = Array.isArray(fields.attributes) ? fields.attributes : [];
	const texts = [...TEXTS.map((name) => fields[name]), ...attributes.map(saidBy)];
	for (const text of texts) {
		const character = typeof text === 'string' ? hiddenIn(text).next().value : undefined;
		if (!character) continue;
		const { line, column } = node.position?.start ?? { line: 1, column: 1 };
		return hidden({ line, column }, character, 'Delete its entity.');
	}
	return undefined;
}

const saidBy = (attribute: unknown): unknown =>
	typeof attribute === 'object' && attribute !== null && 'value' in attribute
		? attribute.value
		: undefined;

/** Escapes of YAML and JSON that can stand for a character nobody sees. */
const ESCAPE = /\\[0abveNLPxuU]/;

/** Every hidden character of a file that a reader takes as data or as Markdown, by its name. */
export function hiddenInFile(path: string, text: string): Hidden[] {
	const raw = hiddenInText(text);
	if (raw.length > 0) return raw;
	if (/\.(?:json|ya?ml)$/i.test(path) && ESCAPE.test(text)) {
		const read = parseYaml(text);
		return 'data' in read ? hiddenInData(read.data, text) : [];
	}
	return /\.mdx?$/i.test(path) && text.includes('&') ? hiddenInMarkdown(text) : [];
}

function hiddenInMarkdown(text: string): Hidden[] {
	const found: Hidden[] = [];
	const visit = (node: MdastNode): void => {
		const one = hiddenInNode(node);
		if (one) found.push(one);
		if ('children' in node) for (const child of node.children) visit(child as MdastNode);
	};
	try {
		visit(markdownToMdast(text));
	} catch {
		// Nested beyond any reader's stack: what is raw was seen above, and nobody renders this.
	}
	return found;
}
