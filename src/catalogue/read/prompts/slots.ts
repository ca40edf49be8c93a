/** Where a template puts its variables: in which message, and between which marks. */
import handlebars from 'handlebars';
import type { Range } from '../../model/finding.ts';
import { ROLES, type Role } from './template.ts';

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
	const start = firstLine + (/^\s*/.exec(template)?.[0].split('\n').length ?? 1) - 1;
	const messages: { role: Role; text: string; slots: Raw[] }[] = [
		{ role: 'user', text: '', slots: [] },
	];
	const current = () => messages.at(-1) ?? { role: 'user' as const, text: '', slots: [] };
	const write = (text: string) => {
		current().text += text;
	};
	const walk = (statements: hbs.AST.Statement[], item: string | undefined): void => {
		for (const statement of statements) {
			if (statement.type === 'ContentStatement') {
				write((statement as hbs.AST.ContentStatement).value.replace(SIGNS, ' '));
			} else if (statement.type === 'MustacheStatement') {
				value(statement as hbs.AST.MustacheStatement, item);
			} else if (statement.type === 'BlockStatement') {
				const { params, path, program, inverse } = statement as hbs.AST.BlockStatement;
				const list = nameOf(params[0], item);
				const inner = nameOf(path, item) === 'each' ? list : item;
				for (const [block, its] of [
					[program, inner],
					[inverse, item],
				] as const) {
					if (!block) continue;
					write(OPEN);
					walk(block.body, its);
					write(CLOSE);
				}
			}
		}
	};
	const value = ({ path, params, loc }: hbs.AST.MustacheStatement, item: string | undefined) => {
		const role = ROLES.find((known) => literalOf(params[0]) === known);
		if (nameOf(path, undefined) === 'role' && role) {
			messages.push({ role, text: '', slots: [] });
			return;
		}
		const variable = nameOf(path, item);
		if (variable === undefined) return;
		write(VALUE);
		const at = { line: loc.start.line + start - 1, column: loc.start.column + 1 };
		current().slots.push({ variable, role: current().role, ...at });
	};
	walk(handlebars.parse(template.trim()).body, undefined);
	return {
		slots: messages.flatMap(({ text, slots }) => fenced(text, slots)),
		text: messages.map(({ role, text }) => ({ role, text: text.replace(SIGNS, ' ') })),
	};
}

const SIGNS = /[\ufdd0-\ufdd2]/g;

/** The input variable a path leads to; inside a loop, everything of the item is the list's. */
function nameOf(node: hbs.AST.Node | undefined, item: string | undefined): string | undefined {
	if (node?.type !== 'PathExpression') return undefined;
	const { original, parts, data } = node as hbs.AST.PathExpression;
	if (data) return undefined;
	return /^(?:this\b|\.)/.test(original) ? item : String(parts[0] ?? '');
}

const literalOf = (node: hbs.AST.Node | undefined): unknown =>
	node && 'value' in node ? node.value : undefined;

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
