/** The documents of the API as a reader relies on them; what a later version adds is passed over. */
import { z } from 'zod';
import { policySchema } from '#schemas/policy.ts';
import { promptSchema } from '#schemas/prompt.ts';
import { tier } from '#schemas/vocabularies.ts';
import { API_VERSION } from '../model/api-path.ts';
import { SourceError } from './source.ts';

export const indexSchema = z.object({
	catalogue: z.string(),
	organisation: z.string(),
	page: z.string(),
	policy: z.string(),
	collections: z.array(z.object({ name: z.string(), about: z.string(), entries: z.number() })),
});
export type CatalogueIndex = z.output<typeof indexSchema>;

const lineSchema = z.object({
	id: z.string(),
	title: z.string(),
	summary: z.string(),
	aliases: z.array(z.string()).default([]),
	version: z.string().optional(),
	facets: z.record(z.string(), z.array(z.string())),
	page: z.string().optional(),
});
/** One entry in the index of its collection. */
export type IndexLine = z.output<typeof lineSchema>;
export const linesSchema = z.object({ entries: z.array(lineSchema) });

const stateSchema = z.object({ name: z.string(), label: z.string(), duty: z.string() });
export const entryDocument = z.object({
	id: z.string(),
	page: z.string(),
	digest: z.string(),
	state: stateSchema.optional(),
	data: z.record(z.string(), z.unknown()),
	body: z.string(),
	citedBy: z.array(z.object({ collection: z.string(), id: z.string(), page: z.string() })),
});

export type EntryDocument = z.output<typeof entryDocument>;

export const patternDocument = entryDocument.extend({
	data: z.looseObject({ title: z.string(), summary: z.string(), version: z.string() }),
	computed: z.object({
		tier: tier.schema,
		because: z.array(z.string()),
		requiredControls: z.array(
			z.object({
				control: z.string(),
				baseline: tier.schema.optional(),
				because: z.string().optional(),
			}),
		),
		reviewDue: z.string(),
	}),
	approval: z.looseObject({ isWhatWasApproved: z.boolean().nullable() }).optional(),
});
export type PatternDocument = z.output<typeof patternDocument>;

export const promptDocument = entryDocument.extend({
	data: promptSchema.strip(),
	pattern: z.string().optional(),
	versions: z.array(
		z.object({ version: z.string(), current: z.boolean(), source: z.string().optional() }),
	),
});
export type PromptDocument = z.output<typeof promptDocument>;

export const policyDocument = z.object({
	version: z.string(),
	// A condition this server does not know cannot be judged, so only the top level may grow.
	data: policySchema.strip(),
	council: z.array(z.object({ seat: z.string(), label: z.string(), team: z.string() })),
});
export type PolicyDocument = z.output<typeof policyDocument>;

export const withdrawnDocument = z.object({
	entries: z.array(
		z.object({
			collection: z.string(),
			id: z.string(),
			title: z.string(),
			withdrawn: z.string(),
			because: z.string(),
			successor: z.string().optional(),
		}),
	),
});

/** Reads a document of the API. @throws SourceError with one line that names the document. */
export function parseDocument<Schema extends z.ZodType>(
	schema: Schema,
	text: string,
	place: string,
): z.output<Schema> {
	const json = parseJson(text, place);
	const { data: head } = z.object({ api: z.number() }).safeParse(json);
	if (head && head.api !== API_VERSION) {
		throw new SourceError(
			`${place} is version ${head.api} of the API; this server reads version ${API_VERSION}. Run the server from the same version of the catalogue as the site.`,
		);
	}
	const { data, error } = schema.safeParse(json);
	if (data !== undefined) return data;
	const issue = error?.issues[0];
	const at = issue?.path.map(String).join('.');
	throw new SourceError(
		`${place} does not hold what this server reads (at "${at}"). Run the server from the same version of the catalogue as the site.`,
	);
}

function parseJson(text: string, place: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		const what = /^\s*</.test(text) ? 'a page of HTML' : 'no JSON';
		throw new SourceError(
			`${place} is ${what}. Give the address of the first page of the catalogue, with its base path, such as https://host.example/ai/.`,
		);
	}
}
