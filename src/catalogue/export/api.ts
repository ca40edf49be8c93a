/** The catalogue as JSON under /api/v1/: an index line per entry, a file per entry, the schemas. */

import {
	type CollectionName,
	collectionNames,
	collections,
	pagedCollections,
} from '#schemas/index.ts';
import { jsonSchemaOf } from '#schemas/json-schema.ts';
import { patternDigest } from '../judge/approval/digest.ts';
import { stateOf, states } from '../judge/approval/state.ts';
import { computeTier, requiredControls, reviewDue, tierOf } from '../judge/tier.ts';
import type { SiteUrl } from '../model/address.ts';
import { API_VERSION, apiFile, apiPath, jsonPath } from '../model/api-path.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { digestOf } from '../model/digest.ts';
import { aliasesOf, entryPath, summaryOf, titleOf } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { isOf } from '../model/is-of.ts';
import { parts } from '../model/reads.ts';
import { facetsOf } from '../pages/facets.ts';
import { approvalOf } from '../pages/pattern-approval.ts';
import { versionsOf } from '../pages/prompt-versions.ts';
import { policyJson, withdrawnJson } from './api-documents.ts';
import { type Exporter, JSON_TYPE, json } from './exporter.ts';

export const api: Exporter = {
	name: 'api',
	summary: 'The whole catalogue as JSON, with its JSON Schemas, for tools.',
	*files({ catalogue, url }) {
		yield {
			path: apiFile('index'),
			type: JSON_TYPE,
			body: () =>
				json({
					api: API_VERSION,
					catalogue: catalogue.organisation.catalogue,
					organisation: catalogue.organisation.name,
					page: url('/'),
					policy: catalogue.policy.version,
					policyJson: url(apiPath('policy')),
					withdrawn: url(apiPath('withdrawn')),
					collections: pagedCollections.map((name) => ({
						name,
						about: collections[name].about,
						entries: catalogue.all[name].size,
						index: url(apiPath(name)),
						schema: url(apiPath(`schemas/${name}`)),
					})),
				}),
		};
		yield {
			path: apiFile('policy'),
			type: JSON_TYPE,
			body: () => json({ api: API_VERSION, ...policyJson(catalogue) }),
		};
		yield {
			path: apiFile('withdrawn'),
			type: JSON_TYPE,
			body: () => lines('withdrawn', withdrawnJson(catalogue, url)),
		};
		for (const name of collectionNames) {
			yield {
				path: apiFile(`schemas/${name}`),
				type: 'application/schema+json; charset=utf-8',
				body: () => json({ $id: url(apiPath(`schemas/${name}`)), ...jsonSchemaOf(name) }),
			};
		}
		for (const name of pagedCollections) {
			const entries: Entry[] = [...catalogue.all[name].values()];
			yield {
				path: apiFile(name),
				type: JSON_TYPE,
				body: () =>
					lines(
						name,
						entries.map((entry) => line(entry, catalogue, url)),
					),
			};
			for (const entry of parts(entries)) {
				yield {
					path: jsonPath(entry).slice(1),
					type: JSON_TYPE,
					body: () => json(detail(entry, catalogue, url)),
				};
			}
		}
	},
};

/** One entry per line, so that an index of thousands stays small and diffs by entry. */
function lines(collection: string, entries: readonly object[]): string {
	const body = entries.map((entry) => JSON.stringify(entry)).join(',\n');
	return `{"api":${API_VERSION},"collection":${JSON.stringify(collection)},"entries":[\n${body}\n]}\n`;
}

function line(entry: Entry, catalogue: Catalogue, url: SiteUrl): object {
	return {
		id: entry.id,
		title: titleOf(entry),
		summary: summaryOf(entry),
		aliases: aliasesOf(entry),
		...('version' in entry.data ? { version: entry.data.version } : {}),
		digest: digestOf(entry.source),
		facets: facetsOf(entry, catalogue),
		page: url(entryPath(entry)),
		json: url(jsonPath(entry)),
	};
}

function detail(entry: Entry, catalogue: Catalogue, url: SiteUrl): object {
	return {
		api: API_VERSION,
		collection: entry.collection,
		id: entry.id,
		page: url(entryPath(entry)),
		digest: digestOf(entry.source),
		...stateJson(entry, catalogue),
		...(isOf('patterns', entry) ? { computed: computed(entry, catalogue) } : {}),
		...(isOf('prompts', entry) ? promptJson(entry, catalogue, url) : {}),
		data: entry.data,
		body: entry.body,
		citedBy: citedBy(entry, catalogue, url),
	};
}

/** The pattern of a prompt, and its versions with the address of each text that is kept. */
function promptJson(entry: Entry<'prompts'>, catalogue: Catalogue, url: SiteUrl): object {
	return {
		pattern: entry.parent,
		versions: versionsOf(entry, catalogue).map(({ version, current, download }) => ({
			version,
			current,
			...(download ? { source: url(download) } : {}),
		})),
	};
}

/** The state of an entry with its duties, and for a pattern who approved this content. */
function stateJson(entry: Entry, catalogue: Catalogue): object {
	const state = stateOf(entry, catalogue);
	if (!state) return {};
	if (!isOf('patterns', entry)) return { state: { name: state, ...states[state] } };
	const { rows, missing, conditions, bound, notices } = approvalOf(entry, catalogue);
	return {
		state: { name: state, ...states[state] },
		approval: {
			folderDigest: patternDigest(entry, catalogue),
			isWhatWasApproved: bound ?? null,
			approvals: rows,
			missingSeats: missing,
			conditions,
			notices: notices.map(({ fact, text }) => `${fact} ${text}`),
		},
	};
}

function computed({ data }: Entry<'patterns'>, { policy }: Catalogue): object {
	const tier = tierOf(data, policy);
	return {
		tier,
		because: computeTier(data, policy).reasons,
		requiredControls: requiredControls(data, policy),
		reviewDue: reviewDue(data.reviewed, tier, policy),
	};
}

function citedBy(entry: Entry, catalogue: Catalogue, url: SiteUrl): object[] {
	const found = new Map<string, { collection: CollectionName; id: string; page: string }>();
	for (const { from } of catalogue.linksTo(entry)) {
		if (!collections[from.collection].pages) continue;
		found.set(`${from.collection}/${from.id}`, {
			collection: from.collection,
			id: from.id,
			page: url(entryPath(from)),
		});
	}
	return [...found].sort(([a], [b]) => compare(a, b)).map(([, value]) => value);
}
