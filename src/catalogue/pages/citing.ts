/** Who cites an entry: patterns with their facts, everything else by collection. */
import { type CollectionName, collections, pagedCollections } from '#schemas/index.ts';
import { nameOf } from '../judge/approval/subject.ts';
import { tierOf } from '../judge/tier.ts';
import { isLive } from '../judge/waivers.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath, titleOf } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { isOf } from '../model/is-of.ts';
import { keeper } from '../model/keep.ts';
import { referencePlaces } from '../model/schema-walk.ts';
import { capital } from '../words/phrase.ts';
import type { Fact, FactRow } from './fact.ts';

/** Rows with facts on one page; the rest are plain links, so that no page grows without limit. */
export const FULL_ROWS = 30;

/** Title and path of an entry. */
export interface EntryLink {
	title: string;
	path: string;
}

/** The entry as a link. */
export const linkOf = (entry: Entry): EntryLink => ({
	title: titleOf(entry),
	path: entryPath(entry),
});

/** The entry of an id as a link; its id stands for the title while the entry is missing. */
export function linkById(collection: CollectionName, id: string, { all }: Catalogue): EntryLink {
	const map: ReadonlyMap<string, Entry> = all[collection];
	const entry = map.get(id);
	return entry ? linkOf(entry) : { title: id, path: entryPath({ collection, id }) };
}

/** Entries that cite this one, each once, by title. */
export function citing(entry: Entry, catalogue: Catalogue): Entry[] {
	const found = new Set(catalogue.linksTo(entry).map(({ from }) => from));
	found.delete(entry);
	return [...found].sort((a, b) => compare(titleOf(a), titleOf(b)));
}

/** Patterns that cite this entry, by title. */
export function citingPatterns(entry: Entry, catalogue: Catalogue): Entry<'patterns'>[] {
	return citing(entry, catalogue).filter((one) => isOf('patterns', one));
}

/**
 * Patterns that declare that they use this entry and do use it, by title. A link in the prose is not a
 * use: it can say that a control is not required. Neither is a control that is waived today, nor a
 * pattern that has been withdrawn.
 */
export const usingPatterns = (entry: Entry, catalogue: Catalogue): readonly Entry<'patterns'>[] =>
	keepUsing(catalogue, nameOf(entry), () => findUsing(entry, catalogue));

const keepUsing = keeper<readonly Entry<'patterns'>[]>('patterns that use an entry');

function findUsing(entry: Entry, catalogue: Catalogue): Entry<'patterns'>[] {
	const found = new Set<Entry<'patterns'>>();
	for (const { from, path } of catalogue.linksTo(entry)) {
		if (!isOf('patterns', from) || from.data.status === 'withdrawn') continue;
		if (isUse(entry.collection, path[0]) && !isWaivedIn(from, entry, catalogue)) found.add(from);
	}
	return [...found].sort((a, b) => compare(titleOf(a), titleOf(b)));
}

/** The field in which a pattern lists what it uses of a collection, where there is one of that name. */
const LISTED: ReadonlySet<CollectionName> = new Set([
	'controls',
	'risks',
	'connectors',
	'metrics',
	'models',
	'prompts',
]);
/** Fields that name an entry without using it. */
const NO_USE: ReadonlySet<unknown> = new Set([
	undefined,
	'waivers',
	'doNotUseWhen',
	'inShort',
	'related',
]);

const isUse = (name: CollectionName, field: PropertyKey | undefined): boolean =>
	LISTED.has(name) ? field === name : !NO_USE.has(field);

const isWaivedIn = (
	{ data }: Entry<'patterns'>,
	entry: Entry,
	catalogue: Pick<Catalogue, 'today'>,
): boolean =>
	entry.collection === 'controls' &&
	data.waivers.some(
		(waiver) =>
			'control' in waiver && waiver.control === entry.id && isLive(waiver, catalogue.today),
	);

const cited = new Set(
	referencePlaces(collections.patterns.schema).flatMap(({ to }) => (to ? [to] : [])),
);

/** Whether the data of a pattern has a field for entries of this collection. */
export const patternsMayCite = (name: CollectionName): boolean => cited.has(name);

export interface PatternRows {
	/** How many there are in all. */
	total: number;
	rows: FactRow[];
	/** Beyond the first thirty: names only. */
	rest: EntryLink[];
}

/** Patterns that use an entry, as rows; `facts` fills the columns after status and tier. */
export function patternRows(
	patterns: readonly Entry<'patterns'>[],
	catalogue: Catalogue,
	facts: (pattern: Entry<'patterns'>) => Fact[],
): PatternRows {
	return {
		total: patterns.length,
		rows: patterns.slice(0, FULL_ROWS).map((pattern) => {
			const tier = tierOf(pattern.data, catalogue.policy);
			const { status } = pattern.data;
			return {
				...linkOf(pattern),
				id: pattern.id,
				facts: [{ text: '', status }, { text: '', tier }, ...facts(pattern)],
			};
		}),
		rest: patterns.slice(FULL_ROWS).map(linkOf),
	};
}

export interface BackLinks {
	/** Heading: the collection in the plural. */
	label: string;
	links: EntryLink[];
}

/** Entries that cite this one by collection, in the order of the registry; `without` is shown elsewhere. */
export function backLinks(
	entry: Entry,
	catalogue: Catalogue,
	without: readonly string[] = [],
): BackLinks[] {
	const found = citing(entry, catalogue);
	return pagedCollections
		.filter((name) => !without.includes(name))
		.map((name) => ({
			label: capital(collections[name].plural),
			links: found.filter(({ collection }) => collection === name).map(linkOf),
		}))
		.filter(({ links }) => links.length > 0);
}
