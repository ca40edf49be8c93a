/** The catalogue as JSON under /api/v1/: an index line per entry, a file per entry, the schemas. */

import {
	API_VERSION,
	type DocumentName,
	documentNames,
	documents,
	type EntryDocument,
	type IndexDocument,
	type IndexLine,
	type ListDocument,
	type PatternDocument,
	type PromptDocument,
	type WithdrawnDocument,
} from '#schemas/api.ts';
import { collectionNames, collections, pagedCollections } from '#schemas/index.ts';
import { bundleJsonSchema, documentSchemaOf, jsonSchemaOf } from '#schemas/json-schema.ts';
import type { SectionDocument } from '#schemas/page.ts';
import { patternDigest } from '../judge/approval/digest.ts';
import { stateWords } from '../judge/approval/state.ts';
import { computeTier, requiredControls, reviewDue, tierOf } from '../judge/tier.ts';
import type { SiteUrl } from '../model/address.ts';
import { apiFile, apiPath, documentSchemaPath, jsonPath } from '../model/api-path.ts';
import { type Offer, offersOf } from '../model/artefacts.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { digestOf } from '../model/digest.ts';
import { aliasesOf, entryPath, isExample, summaryOf, titleOf } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { isOf } from '../model/is-of.ts';
import { parts } from '../model/reads.ts';
import { hasStarter } from '../model/starter.ts';
import { facetsOf } from '../pages/facets.ts';
import { approvalOf } from '../pages/pattern-approval.ts';
import { versionsOf } from '../pages/prompt-versions.ts';
import { STARTER_COMMANDS, takeLine } from '../pages/take.ts';
import { entrySections } from '../print/markdown/entry.ts';
import { changesJson, policyJson, withdrawnJson } from './api-documents.ts';
import { dataFile, type Exporter, JSON_TYPE, json } from './exporter.ts';

const SCHEMA_TYPE = 'application/schema+json; charset=utf-8';

export const api: Exporter = {
	name: 'api',
	summary: 'The whole catalogue as JSON, with its JSON Schemas, for tools.',
	*files(context) {
		const { catalogue, url } = context;
		const schemaOf = (name: DocumentName) => url(documentSchemaPath(name));
		yield {
			path: apiFile('index'),
			type: JSON_TYPE,
			body: () =>
				json({
					$schema: schemaOf('index'),
					api: API_VERSION,
					catalogue: catalogue.organisation.catalogue,
					organisation: catalogue.organisation.name,
					...(catalogue.organisation.example && { example: true as const }),
					page: url('/'),
					policy: catalogue.policy.version,
					policyJson: url(apiPath('policy')),
					withdrawn: url(apiPath('withdrawn')),
					changes: url(apiPath('changes')),
					portfolio: url(apiPath('portfolio')),
					queue: url(apiPath('queue')),
					evidence: url(apiPath('evidence')),
					coverage: url(apiPath('coverage')),
					maturity: url(apiPath('maturity')),
					glossary: url(apiPath('glossary')),
					documents: documentNames.map((name) => ({
						name,
						about: documents[name].description ?? '',
						schema: schemaOf(name),
					})),
					collections: pagedCollections.map((name) => ({
						name,
						about: collections[name].about,
						entries: catalogue.all[name].size,
						index: url(apiPath(name)),
						schema: url(apiPath(`schemas/${name}`)),
					})),
				} satisfies IndexDocument),
		};
		yield dataFile(apiFile('policy'), () => policyJson(catalogue, schemaOf('policy')));
		yield {
			path: apiFile('withdrawn'),
			type: JSON_TYPE,
			body: () =>
				lines({
					$schema: schemaOf('withdrawn'),
					api: API_VERSION,
					collection: 'withdrawn',
					entries: withdrawnJson(catalogue, url),
				}),
		};
		yield dataFile(apiFile('changes'), () => changesJson(catalogue, url, schemaOf('changes')));
		for (const name of collectionNames) {
			yield {
				path: apiFile(`schemas/${name}`),
				type: SCHEMA_TYPE,
				body: () => json({ $id: url(apiPath(`schemas/${name}`)), ...jsonSchemaOf(name) }),
			};
		}
		yield {
			path: apiFile('schemas/bundle'),
			type: SCHEMA_TYPE,
			body: () => json({ $id: url(apiPath('schemas/bundle')), ...bundleJsonSchema() }),
		};
		for (const name of documentNames) {
			yield {
				path: documentSchemaPath(name).slice(1),
				type: SCHEMA_TYPE,
				body: () => json({ $id: schemaOf(name), ...documentSchemaOf(name) }),
			};
		}
		for (const name of pagedCollections) {
			const entries: Entry[] = [...catalogue.all[name].values()];
			yield {
				path: apiFile(name),
				type: JSON_TYPE,
				body: () =>
					lines({
						$schema: schemaOf('list'),
						api: API_VERSION,
						collection: name,
						entries: entries.map((entry) => line(entry, catalogue, url)),
					}),
			};
			for (const entry of parts(entries)) {
				yield {
					path: jsonPath(entry).slice(1),
					type: JSON_TYPE,
					body: async () => json(await detail(entry, context)),
				};
			}
		}
	},
};

/** One entry per line, so that an index of thousands stays small and diffs by entry. */
function lines({ entries, ...head }: ListDocument | WithdrawnDocument): string {
	const body = entries.map((entry) => JSON.stringify(entry)).join(',\n');
	return `${JSON.stringify(head).slice(0, -1)},"entries":[\n${body}\n]}\n`;
}

function line(entry: Entry, catalogue: Catalogue, url: SiteUrl): IndexLine {
	return {
		id: entry.id,
		title: titleOf(entry),
		summary: summaryOf(entry),
		aliases: [...aliasesOf(entry)],
		...('version' in entry.data ? { version: entry.data.version } : {}),
		digest: digestOf(entry.source),
		...(isExample(entry) && { example: true as const }),
		facets: Object.fromEntries(
			Object.entries(facetsOf(entry, catalogue)).map(([name, values]) => [name, [...values]]),
		),
		page: url(entryPath(entry)),
		json: url(jsonPath(entry)),
	};
}

async function detail(entry: Entry, context: ExportContext): Promise<EntryDocument> {
	const { catalogue, url } = context;
	const sections = await entrySections(entry, context);
	const document = isOf('patterns', entry)
		? patternJson(entry, catalogue, url)
		: isOf('prompts', entry)
			? promptJson(entry, catalogue, url)
			: { ...headOf('entry', entry, catalogue, url), ...endOf(entry, catalogue, url) };
	return { ...document, sections };
}

/** What every entry starts with, up to what only some have. */
function headOf(kind: DocumentName, entry: Entry, catalogue: Catalogue, url: SiteUrl) {
	const state = stateWords(entry, catalogue);
	return {
		$schema: url(documentSchemaPath(kind)),
		api: API_VERSION,
		collection: entry.collection,
		id: entry.id,
		page: url(entryPath(entry)),
		digest: digestOf(entry.source),
		...(state ? { state } : {}),
	} as const;
}

/** What every entry ends with. */
const endOf = <Of extends Entry>(entry: Of, catalogue: Catalogue, url: SiteUrl) => ({
	// The data of an entry is that of its collection, which the type of a union forgets.
	data: entry.data as Of['data'],
	body: entry.body,
	sections: [] as SectionDocument[],
	citedBy: citedBy(entry, catalogue, url),
});

/** A pattern with what follows from it, and who approved this content. */
function patternJson(
	entry: Entry<'patterns'>,
	catalogue: Catalogue,
	url: SiteUrl,
): PatternDocument {
	const { rows, missing, conditions, bound, notices } = approvalOf(entry, catalogue);
	return {
		...headOf('pattern', entry, catalogue, url),
		approval: {
			folderDigest: patternDigest(entry, catalogue),
			isWhatWasApproved: bound ?? null,
			approvals: rows,
			missingSeats: missing,
			conditions,
			notices: notices.map(({ fact, text }) => `${fact} ${text}`),
		},
		computed: computed(entry, catalogue),
		...starterOf(entry, catalogue, url),
		...endOf(entry, catalogue, url),
	};
}

/** Where its starter can be taken, where it has one. */
function starterOf(
	entry: Entry<'patterns'>,
	catalogue: Catalogue,
	url: SiteUrl,
): Pick<PatternDocument, 'starter'> {
	if (!hasStarter(entry, catalogue)) return {};
	const at = (kind: Offer['kind']) =>
		url(`/${offersOf(entry, true).find((offer) => offer.kind === kind)?.path}`);
	return {
		starter: {
			page: url(`${entryPath(entry)}copy/`),
			zip: at('starter-zip'),
			tar: at('starter-tar'),
			checksums: url(`${entryPath(entry)}SHA256SUMS`),
			command: takeLine(entry, url),
			next: STARTER_COMMANDS,
		},
	};
}

/** A prompt with its pattern, and its versions with the address of each text that is kept. */
function promptJson(entry: Entry<'prompts'>, catalogue: Catalogue, url: SiteUrl): PromptDocument {
	return {
		...headOf('prompt', entry, catalogue, url),
		pattern: entry.parent,
		versions: versionsOf(entry, catalogue).map(({ version, current, download }) => ({
			version,
			current,
			...(download ? { source: url(download) } : {}),
		})),
		...endOf(entry, catalogue, url),
	};
}

function computed({ data }: Entry<'patterns'>, { policy }: Catalogue): PatternDocument['computed'] {
	const tier = tierOf(data, policy);
	return {
		tier,
		because: computeTier(data, policy).reasons,
		requiredControls: requiredControls(data, policy),
		reviewDue: reviewDue(data.reviewed, tier, policy),
	};
}

function citedBy(entry: Entry, catalogue: Catalogue, url: SiteUrl): EntryDocument['citedBy'] {
	const found = new Map<string, EntryDocument['citedBy'][number]>();
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
