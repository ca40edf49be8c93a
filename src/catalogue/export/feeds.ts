/** Atom feeds of what changed: one of the whole catalogue, one for every pattern. */
import { Feed } from 'feed';
import type { ExportContext } from '../model/context.ts';
import { changeEvents } from '../pages/changes.ts';
import { type CatalogueEvent, EVENT_WORDS } from '../pages/event.ts';
import { escapeHtml } from '../words/escape-html.ts';
import { plainLine } from '../words/escape-markdown.ts';
import type { Exporter } from './exporter.ts';

const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

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
		const all = { title: name, path: FEED_PATH, page: '/changes/', events };
		yield { path: FEED_PATH.slice(1), type: ATOM_TYPE, body: () => atom(all, context) };
		const byPattern = Map.groupBy(events, ({ pattern }) => pattern);
		for (const [id, own] of byPattern) {
			if (id === undefined) continue;
			const path = patternFeedPath(id);
			const page = `/patterns/${id}/`;
			const title = own.find((event) => event.path === page)?.title ?? id;
			const source = { title: `${title} · ${name}`, path, page, events: own };
			yield { path: path.slice(1), type: ATOM_TYPE, body: () => atom(source, context) };
		}
	},
};

interface Source {
	title: string;
	path: string;
	/** Page that says the same. */
	page: string;
	/** Newest first. */
	events: readonly CatalogueEvent[];
}

function atom({ title, path, page, events }: Source, { catalogue, url }: ExportContext): string {
	const feed = new Feed({
		id: url(page),
		title: clean(title),
		link: url(page),
		feed: url(path),
		author: { name: clean(catalogue.organisation.name) },
		// Of the content alone, so that the same content makes the same bytes; no event, no day.
		updated: instant(events[0]?.date ?? '1970-01-01'),
		generator: false,
	});
	for (const event of events.slice(0, MOST_EVENTS)) {
		feed.addItem({
			id: url(`${event.path}#${event.mark}`),
			link: url(event.path),
			date: instant(event.date),
			title: asHtml(eventTitle(event)),
			description: summaryOf(event),
			category: [{ term: event.kind, name: EVENT_WORDS[event.kind] }],
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

function summaryOf({ summary, action }: CatalogueEvent): string {
	const todo = action && `<p><b>What a team must do:</b> ${asHtml(action)}</p>`;
	return `<p>${asHtml(summary)}</p>${todo}`;
}

/** Readers of a feed take titles and summaries for markup. */
const asHtml = (text: string) => escapeHtml(clean(text));

/** One line without characters that XML cannot hold. */
const clean = (text: string): string =>
	plainLine(text).replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
