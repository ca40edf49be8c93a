/** Atom feeds of what changed: one of the whole catalogue, one for every pattern. */
import { Feed } from 'feed';
import type { ExportContext } from '../model/context.ts';
import { digestOf } from '../model/digest.ts';
import { changeEvents } from '../pages/changes.ts';
import { type CatalogueEvent, EVENT_WORDS } from '../pages/event.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { plainLine } from '../words/escape-markdown.ts';
import type { Exporter } from './exporter.ts';

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

/** Events in one feed; older ones stand on the page "What changed". */
export const MOST_EVENTS = 100;

/** Path of the feed of everything. */
export const FEED_PATH = '/changes.atom';

/** Path of the feed of a pattern. */
export const patternFeedPath = (id: string): string => `/patterns/${id}.atom`;

export const feeds: Exporter = {
	name: 'feeds',
	summary: 'Atom feeds of changes, approvals, waivers, stages and incidents, for readers.',
	*files(context) {
		const { catalogue } = context;
		const events = changeEvents(catalogue);
		const name = catalogue.organisation.catalogue;
		const itemsOf = (some: readonly CatalogueEvent[]) =>
			some.slice(0, MOST_EVENTS).map((event) => itemOf(event, context));
		const all = { title: name, path: FEED_PATH, page: '/changes/' };
		yield {
			path: FEED_PATH.slice(1),
			type: ATOM_TYPE,
			body: () => atomOf({ ...all, items: itemsOf(events) }, context),
		};
		const byPattern = Map.groupBy(events, ({ pattern }) => pattern);
		for (const [id, own] of byPattern) {
			if (id === undefined) continue;
			const path = patternFeedPath(id);
			const page = `/patterns/${id}/`;
			const title = own.find((event) => event.path === page)?.title ?? id;
			const source = { title: `${title} · ${name}`, path, page };
			yield {
				path: path.slice(1),
				type: ATOM_TYPE,
				from: digestOf(JSON.stringify([source, own])),
				body: () => atomOf({ ...source, items: itemsOf(own) }, context),
			};
		}
	},
};

/** An entry of a feed; its texts are plain. */
export interface FeedItem {
	/** Address that stays the same for as long as the item is there. */
	id: string;
	path: string;
	/** Day of its last change. */
	date: string;
	title: string;
	/** Paragraphs: what is said, and what is to be done. */
	summary: readonly (string | { label: string; words: string })[];
	category: { term: string; label: string };
}

interface Source {
	title: string;
	path: string;
	/** Page that says the same. */
	page: string;
	/** Newest first. */
	items: readonly FeedItem[];
}

export function atomOf(
	{ title, path, page, items }: Source,
	{ catalogue, url }: Pick<ExportContext, 'catalogue' | 'url'>,
): string {
	const feed = new Feed({
		id: url(page),
		title: clean(title),
		link: url(page),
		feed: url(path),
		author: { name: clean(catalogue.organisation.name) },
		// Of the content alone, so that the same content makes the same bytes; no event, no day.
		updated: instant(items[0]?.date ?? '1970-01-01'),
		generator: false,
	});
	for (const item of items) {
		feed.addItem({
			id: item.id,
			link: url(item.path),
			date: instant(item.date),
			title: asHtml(item.title),
			description: item.summary.map(paragraph).join(''),
			category: [{ term: item.category.term, name: item.category.label }],
		});
	}
	return `${feed.atom1()}\n`;
}

const instant = (date: string) => new Date(`${date}T00:00:00Z`);

/**
 * @example
 * eventTitle(event) // => 'Case triage 2.0.0: breaking change'
 */
const eventTitle = ({ title, version, kind, example }: CatalogueEvent): string =>
	`${example ? 'Example data: ' : ''}${title}${version ? ` ${version}` : ''}: ${EVENT_WORDS[kind].toLowerCase()}`;

const itemOf = (event: CatalogueEvent, { url }: ExportContext): FeedItem => ({
	id: url(`${event.path}#${event.mark}`),
	path: event.path,
	date: event.date,
	title: eventTitle(event),
	summary: [
		event.summary,
		...(event.action ? [{ label: 'What a team must do:', words: event.action }] : []),
	],
	category: { term: event.kind, label: EVENT_WORDS[event.kind] },
});

const paragraph = (one: FeedItem['summary'][number]): string =>
	typeof one === 'string'
		? `<p>${asHtml(one)}</p>`
		: `<p><b>${asHtml(one.label)}</b> ${asHtml(one.words)}</p>`;

/** Readers of a feed take titles and summaries for markup. */
const asHtml = (text: string) => escapeHtml(clean(text));

/** One line without characters that XML cannot hold. */
const clean = (text: string): string =>
	plainLine(text).replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
