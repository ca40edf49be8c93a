/** Where a template puts its variables: in which message, and between which marks. */
import type { Range } from '../../model/finding.ts';
import { parseTemplate, type Role, type TemplateNode, type ValuePath } from './template.ts';

/** One place at which a value is put into a message. */
export interface Slot extends Range {
	/** Input variable it comes from; that of the list inside a loop. */
	variable: string;
	role: Role;
	/** Name of the innermost mark around it, such as `document`; undefined where none closes. */
	fence: string | undefined;
}

export interface Slots {
	slots: Slot[];
	/** Fixed text of each role, in order. */
	text: { role: Role; text: string }[];
}

/** Signs that stand for a value and for the ends of a block; Unicode keeps them free of meaning. */
const VALUE = '\ufdd0';
const OPEN = '\ufdd1';
const CLOSE = '\ufdd2';

type Raw = Omit<Slot, 'fence'>;

/** Reads a template that `parseTemplate` accepted. */
export function slotsOf(template: string, firstLine: number): Slots {
	const { nodes, places } = parseTemplate(template, firstLine);
	const messages: { role: Role; text: string; slots: Raw[] }[] = [
		{ role: 'user', text: '', slots: [] },
	];
	const current = () => messages.at(-1) ?? { role: 'user' as const, text: '', slots: [] };
	const write = (text: string) => {
		current().text += text;
	};
	const block = (body: readonly TemplateNode[], item: string | undefined) => {
		if (body.length === 0) return;
		write(OPEN);
		walk(body, item);
		write(CLOSE);
	};
	const walk = (list: readonly TemplateNode[], item: string | undefined): void => {
		for (const node of list) {
			if ('text' in node) write(node.text.replace(SIGNS, ' '));
			else if ('role' in node) messages.push({ role: node.role, text: '', slots: [] });
			else if ('each' in node) {
				block(node.body, variableOf(node.each, item));
				block(node.otherwise, item);
			} else if ('when' in node) {
				block(node.body, item);
				block(node.otherwise, item);
			} else {
				const variable = variableOf(node.value, item);
				if (variable === undefined) continue;
				write(VALUE);
				const { role } = current();
				current().slots.push({
					variable,
					role,
					...(places.get(node) ?? { line: firstLine, column: 1 }),
				});
			}
		}
	};
	walk(nodes, undefined);
	return {
		slots: messages.flatMap(({ text, slots }) => fenced(text, slots)),
		text: messages.map(({ role, text }) => ({ role, text: text.replace(SIGNS, ' ') })),
	};
}

const SIGNS = /[\ufdd0-\ufdd2]/g;

/** The input variable a path leads to; inside a loop, everything of the item is the list's. */
function variableOf({ from, keys }: ValuePath, item: string | undefined): string | undefined {
	if (from === 'loop') return undefined;
	return from === 'this' ? item : keys[0];
}

/** A tag with whatever stands in it, a line of only fence marks, or one of the signs. */
const MARK =
	/<(\/?)([a-z][\w-]{0,40})([^<>]{0,400})>|^[ \t]*(```|~~~|""")[ \t]*\w*[ \t]*$|[\ufdd0-\ufdd2]/gim;

interface Open {
	name: string;
	/** Slots put down since the mark opened. */
	inside: number[];
}

/**
 * The fence around each slot. A fence counts only once it closes, in the block it opened in: a mark
 * that one branch opens and another closes would leave the value bare for some inputs.
 */
function fenced(text: string, slots: readonly Raw[]): Slot[] {
	const fences = new Map<number, string>();
	const blocks: Open[][] = [[]];
	let index = 0;
	const openOnes = () => blocks.at(-1) ?? [];
	const close = (name: string) => {
		const open = openOnes();
		const at = open.findLastIndex((mark) => mark.name === name);
		if (at === -1) return false;
		for (const slot of open[at]?.inside ?? []) if (!fences.has(slot)) fences.set(slot, name);
		open.length = at;
		return true;
	};
	const put = () => {
		for (const mark of blocks.flat()) mark.inside.push(index);
		index += 1;
	};
	for (const [sign, slash, tag, attributes = '', line] of text.matchAll(MARK)) {
		if (sign === VALUE) put();
		else if (sign === OPEN) blocks.push([]);
		else if (sign === CLOSE) blocks.pop();
		else if (line) {
			if (!close(line)) openOnes().push({ name: line, inside: [] });
		} else if (tag && slash) close(tag);
		else if (tag) {
			// A value inside a tag stands before the text the tag opens, so it is not fenced by it.
			for (const _ of attributes.matchAll(/\ufdd0/g)) put();
			if (!attributes.endsWith('/')) openOnes().push({ name: tag, inside: [] });
		}
	}
	return slots.map((slot, place) => ({ ...slot, fence: fences.get(place) }));
}
