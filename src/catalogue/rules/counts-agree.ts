/** A number of things in words agrees with the list that it introduces. */
import type { MdastNode } from 'satteri';
import { collections } from '#schemas/index.ts';
import type { Entry } from '../model/catalogue.ts';
import { isOf } from '../model/is-of.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { plainText } from '../read/mdx/facts.ts';
import { readTree } from '../read/mdx/parse.ts';
import { textsOf } from '../read/prose/fields.ts';
import { ofEntry } from './of-entry.ts';

const NUMBERS =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
		' ',
	);
const WORD = `(${NUMBERS.slice(2).join('|')}|[2-9]|1\\d|20)`;

/** Without one of these a text counts nothing, and most texts have none. */
const NUMBER = new RegExp(WORD, 'i');

export const countsAgree: Rule = {
	id: 'counts-agree',
	phase: 'structure',
	severity: 'warning',
	keeps: true,
	summary: 'If a text says how many items follow, the list has that many.',
	why: 'Someone adds a trigger and leaves "four triggers" in the sentence above. The reader looks for the missing one, or stops trusting the page.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'controls',
		part: 'body',
		fails: 'There are four signs:\n\n- one\n- two\n- three\n',
		passes: 'There are three signs:\n\n- one\n- two\n- three\n',
	},
	*check({ all }, cache) {
		for (const [name, map] of Object.entries(all)) {
			if (name === 'cases') continue;
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries)
				yield* ofEntry('counts-agree', entry, cache, () => inside(entry));
		}
	},
};

function* inside(entry: Entry): Generator<Problem> {
	if (isOf('patterns', entry)) yield* ofThePattern(entry);
	yield* inData(entry);
	if (collections[entry.collection].format === 'mdx') yield* inProse(entry);
}

const MESSAGE = (said: string, listed: number) =>
	`the text says "${said}", and ${listed} ${listed === 1 ? 'is' : 'are'} listed.`;
const FIX = 'Correct the number, or the list. Better, leave the number out.';

const numberIn = (word: string) => {
	const at = NUMBERS.indexOf(word.toLowerCase());
	return at === -1 ? Number(word) : at;
};

/** Texts beside a list that count by the name of the list: "four triggers". */
function inData(entry: Entry): Problem[] {
	const found: Problem[] = [];
	const path: PropertyKey[] = [];
	const within = (key: PropertyKey, value: unknown) => {
		path.push(key);
		look(value);
		path.pop();
	};
	// It looks at each value of the catalogue, so the path is one list, copied where something is found.
	const look = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		if (Array.isArray(value)) {
			for (const [index, item] of value.entries()) within(index, item);
			return;
		}
		const pairs = Object.entries(value);
		const lists = pairs.filter(
			(pair): pair is [string, unknown[]] => Array.isArray(pair[1]) && pair[1].length > 0,
		);
		for (const [key, text] of pairs) {
			if (typeof text !== 'string') within(key, text);
			else if (lists.length > 0 && NUMBER.test(text)) {
				for (const message of miscounts(text, lists)) {
					found.push({ entry, path: [...path, key], message, fix: FIX });
				}
			}
		}
	};
	look(entry.data);
	return found;
}

function* miscounts(text: string, lists: readonly [string, unknown[]][]): Generator<string> {
	for (const [name, items] of lists) {
		if (!mayCount(text, name)) continue;
		const [said, word] = counted(name, 'i').exec(text) ?? [];
		if (said && word && numberIn(word) !== items.length) yield MESSAGE(said, items.length);
	}
}

/**
 * Lists that a pattern has one of, counted anywhere in it: "the runbook names four triggers". Of
 * its controls a text may well count a few, so only a sentence that opens with all of them counts.
 */
function* ofThePattern(entry: Entry<'patterns'>): Generator<Problem> {
	const lists = [
		{ name: 'triggers', mark: TRIGGERS, items: entry.data.incident.triggers },
		{ name: 'controls', mark: CONTROLS, items: entry.data.controls },
	];
	const wrongIn = function* (text: string) {
		for (const { name, mark, items } of lists) {
			if (!mayCount(text, name)) continue;
			for (const { index, 0: said, 1: word = '' } of text.matchAll(mark)) {
				if (numberIn(word) !== items.length) yield { index, message: MESSAGE(said, items.length) };
			}
		}
	};
	for (const { path, text } of textsOf(entry)) {
		// A text beside the triggers is held against them above.
		if ((path[0] === 'incident' && path.length === 2) || !NUMBER.test(text)) continue;
		for (const { message } of wrongIn(text)) yield { entry, path, message, fix: FIX };
	}
	const counts = lists.some(({ name }) => mayCount(entry.body, name));
	for (const [index, line] of counts ? entry.body.split('\n').entries() : []) {
		for (const { index: at, message } of wrongIn(line)) {
			const spot = { line: entry.bodyLine + index, column: at + 1 };
			yield { entry, spot, message, fix: FIX };
		}
	}
}

/** "The four triggers", not "two of the triggers" or "four triggers an hour". */
function counted(name: string, flags = 'gi'): RegExp {
	return new RegExp(
		`(?<!\\b(?:of|another|other|further|more|first|last|most|least|than) )(?<![\\d.,])\\b${WORD} (?:[a-z-]+ )?${name}\\b(?! (?:an?|per|each|of|in every)\\b)`,
		flags,
	);
}

/** Whether a text holds the name of a list at all; hardly any does, and the expression is slow. */
const mayCount = (text: string, name: string) =>
	!/^[a-z]+$/i.test(name) || text.toLowerCase().includes(name.toLowerCase());

const TRIGGERS = counted('triggers');
const CONTROLS = new RegExp(`(?<=^|[.!?:]["”]? )${WORD} controls(?=[:,])`, 'gim');

/** A paragraph that ends in a colon, with one number in its last sentence, and a list under it. */
function* inProse(entry: Entry): Generator<Problem> {
	const root = readTree(entry.body);
	const blocks: MdastNode[] = 'children' in root ? (root.children as MdastNode[]) : [];
	for (const [index, block] of blocks.entries()) {
		const list = blocks[index + 1];
		if (block.type !== 'paragraph' || list?.type !== 'list') continue;
		const sentence =
			plainText(block)
				.trim()
				.split(/(?<=[.!?])\s+/)
				.at(-1) ?? '';
		if (!sentence.endsWith(':')) continue;
		const numbers = [
			...sentence.matchAll(new RegExp(`(?<![\\d.,/-])\\b${WORD}\\b(?![\\d.,%/-]\\d|%|-)`, 'gi')),
		];
		const [only] = numbers;
		if (!only || numbers.length > 1) continue;
		const after = sentence.slice(only.index + only[0].length);
		// What is counted is a word in the plural, at most two words on; not a time or an amount.
		const noun = /^ (?:[\w-]+ ){0,2}?([a-z-]+s|people|criteria|children)\b/i.exec(after);
		if (!noun || UNITS.test(noun[1] ?? '') || /\bof the\b|\bat (?:least|most)\b/i.test(sentence))
			continue;
		const items = itemsOf(blocks.slice(index + 1));
		if (numberIn(only[0]) === items) continue;
		const { line = 1, column = 1 } = block.position?.start ?? {};
		const spot = { line: line + entry.bodyLine - 1, column };
		yield { entry, spot, message: MESSAGE(only[0] + noun[0], items), fix: FIX };
	}
}

/** The items of the first list, and of those that go on with its numbers behind a block between. */
function itemsOf([list, ...after]: readonly MdastNode[]): number {
	let items = list?.type === 'list' ? list.children.length : 0;
	for (const block of after) {
		if (block.type === 'heading') break;
		if (block.type === 'list' && block.ordered && block.start === items + 1) {
			items += block.children.length;
		}
	}
	return items;
}

const UNITS =
	/^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|euros|pounds|dollars|tokens|words|characters|is|was|has|does)$/i;
