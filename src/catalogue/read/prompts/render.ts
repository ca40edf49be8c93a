/** Fills a template: values in, chat messages out. Runs in the build and in the browser alike. */
import type { Role, TemplateNode, ValuePath } from './template.ts';

export interface ChatMessage {
	role: Role;
	content: string;
}

/** A piece of a message: fixed text, or text that came from a variable. */
export interface Piece {
	text: string;
	/** Name of the variable it came from; undefined for the text of the template. */
	variable: string | undefined;
}

export interface RenderedMessage {
	role: Role;
	pieces: Piece[];
}

export type Input = Readonly<Record<string, unknown>>;

interface Loop {
	item: unknown;
	index: number;
	count: number;
	/** The input variable the list came from, to mark what was filled in. */
	variable: string | undefined;
}

/**
 * Renders a template with values. A role is taken from the template only: text in a value that
 * looks like a role marker stays text.
 */
export function renderPieces(nodes: readonly TemplateNode[], input: Input): RenderedMessage[] {
	const messages: RenderedMessage[] = [{ role: 'user', pieces: [] }];
	const write = (text: string, variable: string | undefined) => {
		if (text !== '') messages.at(-1)?.pieces.push({ text, variable });
	};
	const walk = (list: readonly TemplateNode[], loop: Loop | undefined): void => {
		for (const node of list) {
			if ('text' in node) write(node.text, undefined);
			else if ('value' in node)
				write(print(read(node.value, input, loop)), sourceOf(node.value, loop));
			else if ('role' in node) open(messages, node.role);
			else if ('when' in node)
				walk(isTrue(read(node.when, input, loop)) ? node.body : node.otherwise, inBlock(loop));
			else repeat(node, loop);
		}
	};
	const repeat = (
		node: Extract<TemplateNode, { each: ValuePath }>,
		loop: Loop | undefined,
	): void => {
		const value = read(node.each, input, loop);
		const items: unknown[] = Array.isArray(value) ? value : [];
		const variable = sourceOf(node.each, loop);
		if (items.length === 0) walk(node.otherwise, inBlock(loop));
		for (const [index, item] of items.entries()) {
			walk(node.body, { item, index, count: items.length, variable });
		}
	};
	walk(nodes, undefined);
	return messages.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''));
}

/** The messages as a chat interface takes them. */
export function renderMessages(nodes: readonly TemplateNode[], input: Input): ChatMessage[] {
	return renderPieces(nodes, input).map(({ role, pieces }) => ({
		role,
		content: pieces.map(({ text }) => text).join(''),
	}));
}

/**
 * Whether some message has text of the template itself, whatever the values are: then a template
 * renders. It need not be compiled to know that, which for thousands of prompts takes seconds.
 */
export const rendersAlways = (nodes: readonly TemplateNode[]): boolean =>
	nodes.some((node) => 'text' in node && node.text.trim() !== '');

/** A role before any text renames the message that is open; after text it opens the next. */
function open(messages: RenderedMessage[], role: Role): void {
	const current = messages.at(-1);
	if (current && !current.pieces.some(({ text }) => text.trim() !== '')) {
		current.role = role;
		current.pieces = [];
	} else messages.push({ role, pieces: [] });
}

/** Inside a block Handlebars puts an empty object in the place of an item that is null. */
const inBlock = (loop: Loop | undefined): Loop | undefined =>
	loop && { ...loop, item: loop.item ?? {} };

const sourceOf = ({ from, keys }: ValuePath, loop: Loop | undefined) =>
	from === 'input' ? keys[0] : loop?.variable;

function read({ from, keys }: ValuePath, input: Input, loop: Loop | undefined): unknown {
	if (from === 'loop') {
		if (!loop) return undefined;
		const { index, count } = loop;
		return { index, first: index === 0, last: index === count - 1 }[keys[0] ?? ''];
	}
	return keys.reduce<unknown>(field, from === 'this' ? loop?.item : input);
}

/** Own fields only, so that a template cannot reach what every object inherits. */
function field(value: unknown, key: string): unknown {
	if (value === undefined || value === null || !Object.hasOwn(value, key)) return undefined;
	// Of a text or a list `length` is its own too, as in Handlebars: hence the look at the descriptor.
	return Object.getOwnPropertyDescriptor(Object(value), key)?.value;
}

/** Handlebars counts 0 as false only for its own reasons; so do we, and an empty list as well. */
function isTrue(value: unknown): boolean {
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function print(value: unknown): string {
	if (value === undefined || value === null || value === false)
		return value === false ? 'false' : '';
	return String(value);
}
