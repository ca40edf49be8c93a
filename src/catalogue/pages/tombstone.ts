/** What stands at the address of a withdrawn entry. */
import { collections } from '#schemas/index.ts';
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import { digestOf } from '../model/digest.ts';
import { entryPath, titleOf } from '../model/entry.ts';
import { teamOf } from '../model/team.ts';
import { longDay } from '../words/day.ts';
import { type Block, digest, link, sub, text } from './blocks.ts';
import { exampleNotice } from './example.ts';
import type { Page } from './page.ts';

export interface Tombstone {
	entry: Entry<'withdrawn'>;
	title: string;
	summary: string;
	/** Word for what it was, such as "pattern". */
	kind: string;
	/** Address it had. */
	path: string;
	version: string | undefined;
	withdrawn: string;
	because: string;
	/** What whoever built on it must do; the successor, where there is one, ends the sentence. */
	turnOff: string;
	owner: { name: string; contact: string };
	successor: { title: string; path: string } | undefined;
	/** Said first where it is invented. */
	example: Block[];
	/** The list it stood in. */
	list: { title: string; path: string };
}

/** Every withdrawn entry that had a page, with its address. */
export function tombstones(catalogue: Catalogue): Tombstone[] {
	return [...catalogue.withdrawn.values()].flatMap((entry) => tombstoneOf(entry, catalogue) ?? []);
}

/**
 * The tombstone of an entry; undefined where its collection has no pages.
 *
 * @example
 * tombstoneOf(catalogue.withdrawn.get('patterns.old-summary')!, catalogue)?.path // => '/patterns/old-summary/'
 */
export function tombstoneOf(
	entry: Entry<'withdrawn'>,
	catalogue: Catalogue,
): Tombstone | undefined {
	const { id, data } = entry;
	const [collection = '', name = ''] = id.split('.');
	if (!isCollection(collection) || !collections[collection].pages) return undefined;
	const { singular, plural } = collections[collection];
	const map: ReadonlyMap<string, Entry> = catalogue.all[collection];
	const successor = data.successor ? map.get(data.successor) : undefined;
	return {
		entry,
		title: data.title,
		summary: data.summary,
		kind: singular,
		path: entryPath({ collection, id: name }),
		version: data.version,
		withdrawn: data.withdrawn,
		because: data.because,
		turnOff: successor
			? 'Turn off what is built on it and move to'
			: 'Turn off what is built on it, and ask its owner what to do instead.',
		owner: teamOf(data.owner, catalogue),
		successor: successor && { title: titleOf(successor), path: entryPath(successor) },
		example: exampleNotice(entry, catalogue),
		list: {
			title: plural.charAt(0).toUpperCase() + plural.slice(1),
			path: `/${collection}/`,
		},
	};
}

/** Everything the page says: why it is gone, and what to take instead. */
export function tombstonePage(tombstone: Tombstone): Page {
	const { entry, title, summary, kind, path, successor, owner, list } = tombstone;
	const { version, withdrawn, because, turnOff } = tombstone;
	const instead = successor && link(successor.title, successor.path);
	return {
		collection: 'withdrawn',
		id: entry.id,
		path,
		title,
		summary,
		aliases: [],
		block: {
			stamp: { state: 'withdrawn', words: longDay(withdrawn) },
			cells: [
				{ label: 'Last version', words: version ?? 'None', span: 2 },
				{ label: 'Owner', words: owner.name, sub: owner.contact, wide: true },
				{ label: 'Use instead', words: instead ?? 'Nothing. Ask its owner.', wide: true },
				{
					label: 'Digest (SHA-256)',
					words: digest(digestOf(entry.source)),
					sub: ['Of ', { kind: 'id', text: entry.file }],
					span: 4,
					wide: true,
					mono: true,
				},
			],
		},
		notices: [
			...tombstone.example,
			{
				kind: 'note',
				tone: 'bad',
				fact: `This ${kind} was withdrawn on ${longDay(withdrawn)}.`,
				words: [because, ' ', turnOff, instead && [' ', instead, '.']],
			},
		],
		sections: [
			{
				id: '',
				title: '',
				blocks: [
					text([
						'No other entry will ever have this address.',
						sub(link(`See the ${list.title.toLowerCase()} in the catalogue today`, list.path)),
					]),
				],
			},
		],
		side: [],
	};
}
