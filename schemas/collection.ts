/** What the rest of the code may know about a collection: its files, its schema, its words. */
import type { z } from 'zod';
import type { Weighing } from './weighing.ts';

/** Where the list of a collection is in the navigation. */
export interface Navigation {
	/** Place in the header, from the left; left out, it is not there. */
	header?: number;
	/** Collection whose link in the header leads to this one too. */
	under?: string;
	/** What the header calls it, where that is not the plural: its link may lead to several lists. */
	headerLabel?: string;
	/** Column of the footer. */
	footer: 'use' | 'govern';
	/** What the footer calls it, where that is not the plural. */
	label?: string;
}

export interface CollectionSpec<Schema extends z.ZodType = z.ZodType> {
	/**
	 * Where its files are, from the root. `{id}` is the entry's id and `{parent}` the id of the
	 * pattern folder; a path without `{id}` is a single file whose name is the id.
	 */
	file: string;
	/** `mdx`: frontmatter and prose. `yaml`: data only. `prompt`: frontmatter and template. */
	format: 'mdx' | 'yaml' | 'prompt';
	/** Form of its ids where they are not plain words, with the words that say so in a message. */
	idForm?: { pattern: RegExp; is: string };
	/** Whether `{id}` may hold slashes, so that the files stand in folders of their subject. */
	deep?: boolean;
	/** Ids that are taken before any entry stands, each with what has it. */
	taken?: ReadonlyMap<string, string>;
	/** A record of what once was: its references may name what is gone, and few rules judge it. */
	frozen?: boolean;
	/** What an entry holds, all its files together. */
	schema: Schema;
	/** What its own file holds, where a file beside it holds the rest. */
	written?: z.ZodType;
	/**
	 * How its entries come to be approved, which signatures decide and no status says: by the seats of
	 * the tier, of the kind of part, or of the team with the right to approve. The fields of `upkeep`
	 * may change without a new approval.
	 */
	approval?: { by: 'tier' | 'part' | 'right'; upkeep: readonly string[] };
	/** The collection whose entries its fields belong to: it has no entries of its own. */
	joins?: string;
	/** What a change asks of teams that use an entry; what no row names asks nothing. */
	breaking?: readonly Weighing[];
	/** Words for messages and headings. */
	singular: string;
	plural: string;
	/** What an entry is, for the head of the list page and the field reference. */
	about: string;
	/** Whether each entry has a page, and the collection a list. */
	pages: boolean;
	/** Field its list is grouped by, where that is not its first closed list; `false` for none. */
	groupBy?: string | false;
	/** Where it is in the navigation. Left out, it is in the footer with what teams use. */
	nav?: Navigation;
	/** Whether the foot of every page says how many there are. */
	counted?: boolean;
	/** Whether it is fine that nothing refers to an entry (rule `orphan`). */
	standalone?: boolean;
	/** Further ids an entry defines, by the name that `ref()` uses. */
	defines?: Record<string, (data: z.output<Schema>) => readonly string[]>;
}

/** Gives a collection its types; add it to `schemas/index.ts` and everything else follows. */
export function defineCollection<Schema extends z.ZodType>(
	spec: CollectionSpec<Schema>,
): CollectionSpec<Schema> {
	return spec;
}
