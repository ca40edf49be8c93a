/** The catalogue as tools ask for it: lists, entries and the policy, looked up by names it gave. */
import type { z } from 'zod';
import * as documents from '#schemas/api.ts';
import { type CollectionName, collections } from '#schemas/index.ts';
import { answerPath } from '../copy/manifest.ts';
import { apiFile, jsonPath } from '../model/api-path.ts';
import { packName } from '../pages/evidence/paths.ts';
import { type Finder, finderOf } from '../pages/search/ask.ts';
import { INDEX_FOLDER } from '../pages/search/format.ts';
import { parseEntry } from '../read/parse/entry.ts';
import { didYouMean } from '../words/suggest.ts';
import { parseDocument } from './documents.ts';
import { AskError, type CatalogueSource, SourceError } from './source.ts';

/** A prompt of one version, ready to be filled. */
export interface PromptText {
	id: string;
	version: string;
	data: documents.PromptDocument['data'];
	body: string;
	document: documents.PromptDocument;
}

export interface CatalogueReader {
	index: () => Promise<documents.IndexDocument>;
	/** The entries of a collection, by id. */
	lines: (name: CollectionName) => Promise<ReadonlyMap<string, documents.IndexLine>>;
	pattern: (id: string) => Promise<documents.PatternDocument>;
	/** The current version unless another is named. */
	prompt: (id: string, version?: string) => Promise<PromptText>;
	policy: () => Promise<documents.PolicyDocument>;
	portfolio: () => Promise<documents.PortfolioDocument>;
	queue: () => Promise<documents.QueueDocument>;
	coverage: () => Promise<documents.CoverageDocument>;
	/** The list of evidence packs. */
	packs: () => Promise<documents.PacksDocument>;
	/** The evidence pack of a use case or pattern, by its id alone or with its collection. */
	pack: (name: string) => Promise<documents.EvidenceDocument>;
	entry: (name: CollectionName, id: string) => Promise<documents.EntryDocument>;
	/** What the site answers to copies of a pattern, withdrawn ones included, as JSON. */
	copyAnswer: (pattern: string) => Promise<string>;
	/** The search engine over the index of the site. */
	finder: Finder;
	/** The JSON of any entry, as the site serves it. */
	entryJson: (name: CollectionName, id: string) => Promise<string>;
}

/** A reader over a source. Every method throws SourceError or AskError with one line. */
export function readerOf(source: CatalogueSource): CatalogueReader {
	const kept = new Map<string, { text: string; value: unknown }>();
	async function document<Schema extends z.ZodType>(path: string, schema: Schema) {
		const text = await source.read(path);
		const known = kept.get(path);
		// The value was made by the schema of this path: each path is only read with one.
		if (known?.text === text) return known.value as z.output<Schema>;
		const value = parseDocument(schema, text, `${path} of ${source.name}`);
		kept.set(path, { text, value });
		return value;
	}
	const lines = async (name: CollectionName) => {
		const { entries } = await document(apiFile(name), documents.listDocument);
		return new Map(entries.map((line) => [line.id, line]));
	};
	/** The path of an entry that the list of its collection names. */
	const pathOf = async (name: CollectionName, id: string) => {
		const known = await lines(name);
		const found = known.get(id);
		if (found) return jsonPath({ collection: name, id: found.id }).slice(1);
		throw new AskError(await unknown(name, id, [...known.keys()]));
	};
	const withdrawn = async (name: CollectionName, id: string) => {
		const { entries } = await document(apiFile('withdrawn'), documents.withdrawnDocument);
		return entries.find((one) => one.collection === name && one.id === id);
	};
	const unknown = async (name: CollectionName, id: string, ids: readonly string[]) => {
		const gone = await withdrawn(name, id);
		const { singular, plural } = collections[name];
		if (!gone) {
			const list = `The tool search lists the ${plural}.`;
			return `There is no ${singular} "${shorten(id)}". ${didYouMean(id, ids, list)}`;
		}
		const next = gone.successor ? `Use "${gone.successor}" instead.` : 'It has no successor.';
		return `The ${singular} "${id}" was withdrawn on ${gone.withdrawn}: ${gone.because} ${next}`;
	};
	const entryJson = async (name: CollectionName, id: string) => source.read(await pathOf(name, id));
	const entry = async <Schema extends z.ZodType>(
		name: CollectionName,
		id: string,
		schema: Schema,
	) => parseDocument(schema, await entryJson(name, id), `${name}/${id}`);

	const prompt = async (id: string, version?: string): Promise<PromptText> => {
		const current = await entry('prompts', id, documents.promptDocument);
		const { data, body, versions } = current;
		if (version === undefined || version === data.version) {
			return { id, version: data.version, data, body, document: current };
		}
		const found = versions.find((one) => one.version === version && one.source);
		if (!found) {
			const all = versions.filter((one) => one.source).map((one) => one.version);
			throw new AskError(
				`The prompt "${id}" has no version "${shorten(version)}" that was kept. There are: ${all.join(', ')}.`,
			);
		}
		const name = `${id}@${found.version}`;
		const path = `prompts/${name}.prompt`;
		const place = { collection: 'releases', id: name, parent: undefined, file: path } as const;
		const parsed = parseEntry(place, await source.read(path)).entry;
		if (!parsed || !('input' in parsed.data)) {
			throw new SourceError(`${path} of ${source.name} is not a prompt that this server reads.`);
		}
		return { id, version, data: parsed.data, body: parsed.body, document: current };
	};

	const packs = () => document(apiFile('evidence'), documents.packsDocument);
	const pack = async (name: string) => {
		const { packs: known } = await packs();
		const found = known.find(({ collection, id }) => name === `${collection}/${id}` || name === id);
		if (!found) {
			const ids = known.map(({ collection, id }) => `${collection}/${id}`);
			throw new AskError(
				`There is no evidence pack of "${shorten(name)}". ${didYouMean(name, ids, 'Call evidence without a subject to list them.')}`,
			);
		}
		return document(apiFile(packName(found)), documents.evidenceDocument);
	};

	const copyAnswer = async (pattern: string) => {
		const known = await lines('patterns');
		const found = known.get(pattern) ?? (await withdrawn('patterns', pattern));
		if (!found) throw new AskError(await unknown('patterns', pattern, [...known.keys()]));
		return source.read(answerPath(found.id));
	};

	return {
		index: () => document(apiFile('index'), documents.indexDocument),
		lines,
		pattern: (id) => entry('patterns', id, documents.patternDocument),
		prompt,
		entry: (name, id) => entry(name, id, documents.entryDocument),
		policy: () => document(apiFile('policy'), documents.policyDocument),
		portfolio: () => document(apiFile('portfolio'), documents.portfolioDocument),
		queue: () => document(apiFile('queue'), documents.queueDocument),
		coverage: () => document(apiFile('coverage'), documents.coverageDocument),
		packs,
		pack,
		copyAnswer,
		entryJson,
		finder: finderOf((name) => source.bytes(`${INDEX_FOLDER}/${name}`)),
	};
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}...` : text);
