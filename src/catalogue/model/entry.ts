/** What every entry has, whatever its collection: its file, an address, a title, a summary. */
import type { CollectionName, DataOf } from '#schemas/index.ts';

/** A link to another entry, found in prose. */
export interface BodyLink {
	collection: string;
	id: string;
	line: number;
	column: number;
}

/** A link to a heading: of this page, or of the page of another entry. */
export interface Fragment {
	/** The page of another entry; undefined for this one. */
	to: { collection: string; id: string } | undefined;
	/** What follows the "#". */
	name: string;
	line: number;
	column: number;
}

/** A picture beside the entry, shown in its prose. */
export interface BodyPicture {
	/** Name of the file, without "./". */
	name: string;
	line: number;
	column: number;
}

export interface Heading {
	depth: number;
	text: string;
	line: number;
	column: number;
}

/** A file that holds some of the fields of an entry. */
export interface Beside {
	collection: CollectionName;
	file: string;
	source: string;
	/** Top-level fields that are written there. */
	fields: ReadonlySet<string>;
}

/** One entry, read and accepted by its schema. */
export interface Entry<Name extends CollectionName = CollectionName> {
	collection: Name;
	/** From the path, never from the file. */
	id: string;
	/** Id of the folder it stands in: the pattern of a prompt. */
	parent: string | undefined;
	/** Path from the root, with forward slashes. */
	file: string;
	data: DataOf<Name>;
	/** The whole file. */
	source: string;
	/** The file beside it that holds some of its fields, such as the register of a pattern. */
	beside?: Beside | undefined;
	/** Prose or template after the frontmatter, or an empty text. */
	body: string;
	/** Line of the file on which the body starts. */
	bodyLine: number;
	/** Links to other entries in the prose. */
	bodyLinks: BodyLink[];
	/** Links to headings of its own page or of another's. */
	fragments: Fragment[];
	/** Headings of the prose. */
	headings: Heading[];
	/** Pictures beside it that the prose shows. */
	pictures: BodyPicture[];
}

/** Path of the page of an entry, from the root of the site. */
export function entryPath({ collection, id }: { collection: CollectionName; id: string }): string {
	return `/${collection}/${id}/`;
}

/** Title on pages and in lists; a prompt goes by its id. */
export function titleOf(entry: Entry): string {
	return 'title' in entry.data ? entry.data.title : entry.id;
}

/** One or two sentences on what it is, or an empty text. */
export function summaryOf(entry: Entry): string {
	if ('summary' in entry.data) return entry.data.summary;
	return 'description' in entry.data ? entry.data.description : '';
}

/** Other names people search for. */
export function aliasesOf({ data }: Entry): readonly string[] {
	if ('aliases' in data) return data.aliases;
	return 'catalogue.aliases' in data ? data['catalogue.aliases'] : [];
}

/**
 * Path on the site of the Markdown twin of a page.
 *
 * @example
 * twinPath('/patterns/case-triage/') // => '/patterns/case-triage.md'
 */
export const twinPath = (path: string): string => `${path.replace(/\/$/, '')}.md`;

/** Whether an entry says that it is invented. */
export const isExample = ({ data }: Pick<Entry, 'data'>): boolean =>
	'example' in data && data.example === true;
