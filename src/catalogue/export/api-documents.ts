/** Documents of the API that are no entries: the policy, and what was withdrawn. */

import {
	API_VERSION,
	type ChangesDocument,
	type PolicyDocument,
	type WithdrawnDocument,
} from '#schemas/api.ts';
import { councilSeat } from '#schemas/vocabularies.ts';
import type { SiteUrl } from '../model/address.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { placeOfTombstone } from '../model/withdrawn.ts';
import { changeEvents } from '../pages/changes.ts';
import { EVENT_WORDS } from '../pages/event.ts';
import { FEED_PATH, MOST_EVENTS } from './feeds.ts';

/** The policy as data, and which team fills each seat of the council that it names. */
export function policyJson({ policy, organisation }: Catalogue, $schema: string): PolicyDocument {
	const names = new Map(organisation.teams.map(({ id, name }) => [id, name]));
	return {
		$schema,
		api: API_VERSION,
		version: policy.version,
		data: policy,
		council: organisation.council.seats.map(({ seat, team }) => ({
			seat,
			label: councilSeat.label(seat),
			team: names.get(team) ?? team,
		})),
	};
}

/** What stood at an address once, so that a tool can tell "withdrawn" from "never there". */
export function withdrawnJson(
	{ withdrawn }: Catalogue,
	url: SiteUrl,
): WithdrawnDocument['entries'] {
	return [...withdrawn.values()].map(({ id: tombstone, data }) => {
		const { collection, id } = placeOfTombstone(tombstone);
		const { title, because, successor, withdrawn: day } = data;
		return {
			collection,
			id,
			title,
			withdrawn: day,
			because,
			...(successor ? { successor } : {}),
			page: url(`/${collection}/${id}/`),
		};
	});
}

/** The newest events, as many as the feed has. */
export function changesJson(catalogue: Catalogue, url: SiteUrl, $schema: string): ChangesDocument {
	return {
		$schema,
		api: API_VERSION,
		page: url('/changes/'),
		feed: url(FEED_PATH),
		events: changeEvents(catalogue)
			.slice(0, MOST_EVENTS)
			.map(({ kind, date, mark, title, version, summary, action, pattern, example, path }) => ({
				id: url(`${path}#${mark}`),
				kind,
				label: EVENT_WORDS[kind],
				date,
				title,
				...(version && { version }),
				summary,
				...(action && { action }),
				...(pattern && { pattern }),
				...(example && { example: true as const }),
				page: url(path),
			})),
	};
}
