/** The changes of an entry's fields, in words. */
import { collections } from '#schemas/index.ts';
import { changeImpact } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import { wordDiff } from '../words/word-diff.ts';
import { weigh } from './breaking.ts';
import { type FieldChange, fieldChanges } from './field-changes.ts';
import { contextOf, itemNoun, placeWords } from './places.ts';
import type { Change } from './report.ts';
import { clip, itemDetail, itemName, LONG, type Pair, symbolOf, valueWords } from './words.ts';

/** Fields the report tells in another place: the change log and the version. */
const TOLD_ELSEWHERE = new Set(['version', 'changes', 'catalogue.changes']);

/** Every change of fields, in the order of the schema; `isTold` marks those told elsewhere. */
export function dataChanges(
	before: Entry,
	after: Entry,
	sides: Pair,
	isTold: (change: FieldChange) => boolean = () => false,
): Change[] {
	const { schema } = collections[after.collection];
	const found = fieldChanges(after.collection, schema, before.data, after.data)
		.filter(({ path }) => !TOLD_ELSEWHERE.has(path[0] ?? ''))
		.filter((change) => !isTold(change))
		// A list in another order says the same, unless the table knows better.
		.filter((change) => change.kind !== 'reordered' || weighs(after, change));
	return merged(
		found.map((change) => ({ ...words(change, sides), ...weigh(after.collection, change) })),
	);
}

/** Short items that came to one list, or left it, in one line. */
function merged(changes: readonly Change[]): Change[] {
	const result: Change[] = [];
	for (const change of changes) {
		const last = result.at(-1);
		const [lead, name] = SHORT_ITEM.exec(change.text)?.slice(1) ?? [];
		const same = last?.because === change.because && last.impact === change.impact;
		if (last && same && lead && last.text.startsWith(`${lead}: `) && SHORT_ITEM.test(change.text)) {
			result[result.length - 1] = { ...last, text: `${last.text}, ${name}` };
		} else result.push(change);
	}
	return result;
}

/** "Risk it lowers added: Leak": the words before the name, and a name without detail. */
const SHORT_ITEM = /^([^:]* (?:added|removed)[^:]*): ([^:()]{1,60})$/;

const weighs = ({ collection }: Entry, change: FieldChange) =>
	weigh(collection, change).impact !== 'patch';

function words(change: FieldChange, sides: Pair): Pick<Change, 'text' | 'hunks' | 'more'> {
	const { kind, path, items, schema, before, after } = change;
	const item = items.at(-1);
	const symbol = symbolOf(item?.value, sides);
	const value = (side: unknown) => valueWords(schema, side, sides, symbol);
	if (item && path.at(-1) === '*' && (kind === 'added' || kind === 'removed')) {
		const detail = kind === 'added' ? itemDetail(item, sides) : '';
		const context = contextOf(items.slice(0, -1), sides);
		return { text: `${itemNoun(path)} ${kind}${context}: ${itemName(item, sides)}${detail}` };
	}
	const label = placeWords(change, sides);
	if (kind === 'reordered') return { text: `${label}, order: ${value(after)}` };
	if (kind === 'added') return { text: `${label} added: ${clip(value(after), 200)}` };
	if (kind === 'removed') return { text: `${label} removed: ${clip(value(before), 200)}` };
	const [from, to] = [value(before), value(after)];
	if (Math.max(from.length, to.length) <= LONG) return { text: `${label}: ${from} → ${to}` };
	if (typeof before === 'object') return { text: `${label} changed` };
	return { text: `${label} reworded`, ...wordDiff(from, to) };
}

/** The heaviest first; changes of one weight keep their order. */
export function byWeight(changes: readonly Change[]): Change[] {
	return [...changes].sort((a, b) => changeImpact.rank(a.impact) - changeImpact.rank(b.impact));
}
