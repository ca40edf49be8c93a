/** Stand-ins for both stores and the directory, in memory, with invented records. */
import { ConnectorDown, type Fields } from './connectors/connector.ts';
import { memoryConnector } from './connectors/memory-connector.ts';
import { fields, list, optional, type Shape, text } from './policy/shape.ts';
import { byCloseness, closenessOf } from './rank.ts';
import type { Services } from './services.ts';
import type { Among, Directory, Found, SourceStore } from './stores.ts';

export const recordShape = fields({
	title: text,
	owner: optional(text),
	updated: text,
	space: optional(text),
	class: optional(text),
	label: optional(text),
	/** Groups that may open it at the source, now. */
	readers: list(text),
	/** What the index still shows, if it lags behind. */
	indexedReaders: optional(list(text)),
	links: optional(list(text)),
	text,
});
export type SourceRecord = ReturnType<typeof recordShape>;
export type SourceRecords = Readonly<Record<string, SourceRecord>>;

export interface StandInStore extends SourceStore {
	/** Makes it fail, to see what the workflow does. */
	setDown: (down: boolean) => void;
	/** Changes who can open a record. The index does not learn of it. */
	setReaders: (id: string, readers: readonly string[]) => void;
}

/** What the index says about a record, by store. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
	'knowledge-base': ['title', 'owner', 'updated', 'space', 'class', 'links'],
	'document-store': ['title', 'owner', 'updated', 'label'],
};

/** A store with an index that may lag behind its own rights, as indexes do. */
export function standInStore(
	name: string,
	records: SourceRecords,
	{ groupsOf }: Directory,
	{ access, logTouch: log }: Services,
): StandInStore {
	const kept = new Map(Object.entries(records));
	const now = new Map([...kept].map(([id, { readers }]) => [id, readers as readonly string[]]));
	const connector = memoryConnector({ name, records, access, log });
	let isDown = false;
	const inGroup = (person: string, readers: readonly string[] = []) =>
		groupsOf(person)?.some((group) => readers.includes(group)) ?? false;
	return {
		name,
		setDown: (down) => {
			isDown = down;
			connector.setDown(down);
		},
		setReaders: (id, readers) => void now.set(id, readers),
		read: connector.read,
		find: async (query, among, most, caller) => {
			if (isDown) throw new ConnectorDown(name);
			const near = [...kept]
				.filter(([id, record]) => isAmong(id, record, among))
				// Before ranking: what a reader may not open must not push out what they may.
				.filter(([, { readers, indexedReaders }]) =>
					inGroup(caller.onBehalfOf, indexedReaders ?? readers),
				)
				.map(([id, { title, text: body }]) => ({ id, close: closenessOf(query, title, body) }))
				.filter(({ close }) => close > 0);
			const found = await Promise.all(
				near.map(async ({ id, close }) =>
					foundOf(id, name, close, await connector.read(id, ABOUT[name] ?? [], caller)),
				),
			);
			return found.sort(byCloseness).slice(0, most);
		},
		mayOpen: async (id, { onBehalfOf }) => inGroup(onBehalfOf, now.get(id)),
	};
}

const isAmong = (id: string, { space = '' }: SourceRecord, among: Among): boolean =>
	'ids' in among ? among.ids.includes(id) : among.spaces.includes(space);

const word: Shape<string | undefined> = optional(text);

function foundOf(id: string, store: string, closeness: number, about: Fields): Found {
	return {
		id,
		store,
		title: text(about.title, `${id}.title`),
		owner: word(about.owner, `${id}.owner`),
		updated: text(about.updated, `${id}.updated`),
		space: word(about.space, `${id}.space`),
		dataClass: word(about.class ?? about.label, `${id}.class`),
		links: optional(list(text))(about.links, `${id}.links`) ?? [],
		closeness,
	};
}
