/** A framework as a tree of its items, each with the entries that cover it. */
import type { FrameworkItem } from '#schemas/framework.ts';
import { collections } from '#schemas/index.ts';
import { type Relation, relation } from '#schemas/vocabularies.ts';
import type { Catalogue, Coverage, Entry } from '../model/catalogue.ts';
import { anchorOf } from '../words/anchor.ts';
import { type EntryLink, linkOf } from './citing.ts';
import { editionNotes } from './framework-rows.ts';

export interface CoveringEntry extends EntryLink {
	/** Singular of its collection. */
	kind: string;
	/** The evidence pack of the policy covers items too, and has no page of its own. */
	hasPage: boolean;
	relation: string;
	note: string | undefined;
}

export interface ItemCoverage {
	id: string;
	anchor: string;
	/** Empty when the identifier is the title. */
	title: string;
	meaning: string | undefined;
	url: string | undefined;
	notes: string[];
	/** First of each entry's citations; the first thirty. */
	covering: CoveringEntry[];
	/** How many entries more there are. */
	more: number;
	/** Items inside it. */
	items: ItemCoverage[];
	/** Whether it only groups others, so that nobody is expected to cite it. */
	groups: boolean;
}

/** Items under one heading: an item that groups others, or all items of one kind. */
export interface CoverageGroup {
	anchor: string;
	/** Identifier of the item that groups the others; empty for a kind. */
	id: string;
	title: string;
	items: ItemCoverage[];
}

export interface FrameworkCoverage {
	/** One group without folding, where the framework is a plain list. */
	groups: CoverageGroup[];
	/** Items that can be covered, and those that are. */
	total: number;
	covered: number;
}

const MOST = 30;

/** Every item under its parent, with where it is covered and the counts of the whole. */
export function frameworkCoverage(
	framework: Entry<'frameworks'>,
	catalogue: Catalogue,
): FrameworkCoverage {
	const { items } = framework.data;
	const children = new Map<string | undefined, FrameworkItem[]>();
	for (const item of items) {
		const parent = parentOf(item);
		children.set(parent, [...(children.get(parent) ?? []), item]);
	}
	const known = new Set(items.map(({ id }) => id));
	const made: ItemCoverage[] = [];
	const make = (item: FrameworkItem): ItemCoverage => {
		const below = children.get(item.id) ?? [];
		const found = coveringEntries(catalogue.coverage(framework.id, item.id));
		const result: ItemCoverage = {
			id: item.id,
			anchor: anchorOf(item.id),
			title: item.title === item.id ? '' : item.title,
			meaning: item.meaning,
			url: item.url,
			notes: editionNotes(framework, item, catalogue),
			covering: found.slice(0, MOST),
			more: Math.max(0, found.length - MOST),
			items: below.map(make),
			groups: item.kind === 'function',
		};
		made.push(result);
		return result;
	};
	const roots = items
		.filter((item) => !known.has(parentOf(item) ?? ''))
		.map((item) => ({ kind: item.kind, made: make(item) }));
	const counted = made.filter(({ groups, covering }) => !groups || covering.length > 0);
	return {
		groups: groupsOf(roots),
		total: counted.length,
		covered: counted.filter(({ covering }) => covering.length > 0).length,
	};
}

/** Each entry once, with the first relation it states. */
function coveringEntries(found: readonly Coverage[]): CoveringEntry[] {
	const first = new Map<Entry, Coverage>();
	for (const coverage of found) if (!first.has(coverage.entry)) first.set(coverage.entry, coverage);
	return [...first.values()].map(({ entry, relation: value, note }) => ({
		...linkOf(entry),
		title: collections[entry.collection].pages ? linkOf(entry).title : 'Evidence pack',
		kind: collections[entry.collection].singular,
		hasPage: collections[entry.collection].pages,
		relation: isRelation(value) ? relation.label(value) : '',
		note,
	}));
}

const isRelation = (value: string | undefined): value is Relation =>
	value !== undefined && relation.values.some((known) => known === value);

/** The item it stands under: its parent, or the first tactic a technique serves. */
const parentOf = ({ parent, tactics }: FrameworkItem) => parent ?? tactics?.[0];

const KINDS = {
	risk: 'Risks',
	control: 'Controls',
	requirement: 'Requirements',
	technique: 'Techniques',
	function: 'Groups',
} satisfies Record<FrameworkItem['kind'], string>;

/** Items with others inside head a group of their own; the rest stand together by kind. */
function groupsOf(
	roots: readonly { kind: FrameworkItem['kind']; made: ItemCoverage }[],
): CoverageGroup[] {
	const plain = new Map<FrameworkItem['kind'], ItemCoverage[]>();
	const groups: CoverageGroup[] = [];
	for (const { kind, made } of roots) {
		if (made.items.length === 0) plain.set(kind, [...(plain.get(kind) ?? []), made]);
		else {
			const { anchor, id, title } = made;
			groups.push({ anchor, id, title, items: [{ ...made, items: [] }, ...made.items] });
		}
	}
	for (const [kind, items] of plain) {
		groups.push({ anchor: `kind-${kind}`, id: '', title: KINDS[kind], items });
	}
	return groups;
}

/** How many of these items, and of those inside them, are covered. */
export function coveredWithin(items: readonly ItemCoverage[]): { covered: number; total: number } {
	let covered = 0;
	let total = 0;
	for (const item of items) {
		const inner = coveredWithin(item.items);
		covered += inner.covered + (item.covering.length > 0 ? 1 : 0);
		total += inner.total + (item.groups && item.covering.length === 0 ? 0 : 1);
	}
	return { covered, total };
}
