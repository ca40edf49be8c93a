/** The tool `search`: entries of the catalogue by words and facets. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { type Candidate, type Filters, rank } from '#catalogue/mcp/search.ts';
import { PATTERN_FACETS } from '#catalogue/pages/facets.ts';
import { type CollectionName, collections, pagedCollections } from '#schemas/index.ts';
import { answer, READS } from './answer.ts';

const facets = Object.fromEntries(
	PATTERN_FACETS.map(({ name, label, vocabulary, several }) => {
		const value = vocabulary ? z.enum(vocabulary.values) : z.string().max(90);
		const how = several ? 'all of these' : 'any of these';
		return [
			name,
			z.array(value).max(20).optional().describe(`${label}: only patterns with ${how}.`),
		];
	}),
);

const input = z.strictObject({
	query: z
		.string()
		.max(400)
		.default('')
		.describe(
			'A question in plain words: what the work is, a name, a risk. Empty lists everything.',
		),
	collection: z
		.array(z.enum(pagedCollections))
		.max(pagedCollections.length)
		.optional()
		.describe('Kinds of entry to look in; all when left out.'),
	...facets,
	limit: z.int().min(1).max(50).default(10).describe('Most entries in the answer.'),
});

const result = z.object({
	collection: z.string(),
	id: z.string().describe('Id for the other tools.'),
	title: z.string(),
	summary: z.string(),
	version: z.string().optional(),
	page: z.string().optional(),
	facets: z.record(z.string(), z.array(z.string())),
});
const output = z.object({
	total: z.int().describe('How many entries match.'),
	results: z.array(result).describe('The best of them, best first.'),
	near: z.array(result).optional().describe('The nearest entries, if none answers the question.'),
	unknown: z.array(z.string()).optional().describe('Words of the question that no page has.'),
});

/** Adds the tool. */
export function addSearch(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'search',
		{
			title: 'Search the catalogue',
			description:
				'Finds approved AI patterns, prompts, controls, risks, metrics, connectors, models and guides by words and facets. Start here, then use the id with get_pattern or get_prompt.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ query, collection, limit, ...chosen }) =>
			answer(async () => {
				const filters = filtersOf(chosen);
				const lines = await candidates(reader, collection);
				const { found, near, unknown } = await rank(lines, query, filters, reader.finder);
				const data = {
					total: found.length,
					results: found.slice(0, limit).map(resultOf),
					...(near.length > 0 ? { near: near.map(resultOf) } : {}),
					...(unknown.length > 0 ? { unknown } : {}),
				};
				return { text: textOf(data, query), data };
			}),
	);
}

function filtersOf(chosen: Readonly<Record<string, unknown>>): Filters {
	return Object.fromEntries(
		Object.entries(chosen).flatMap(([name, values]) =>
			Array.isArray(values) && values.length > 0 ? [[name, values.map(String)]] : [],
		),
	);
}

async function candidates(
	reader: CatalogueReader,
	asked: readonly CollectionName[] = pagedCollections,
): Promise<Candidate[]> {
	const served = new Set((await reader.index()).collections.map(({ name }) => name));
	const names = [...new Set(asked)].filter((name) => served.has(name));
	const lists = await Promise.all(
		names.map(async (collection) =>
			[...(await reader.lines(collection)).values()].map((line) => ({ ...line, collection })),
		),
	);
	return lists.flat();
}

const resultOf = ({
	collection,
	id,
	title,
	summary,
	version,
	page,
	facets: values,
}: Candidate) => ({ collection, id, title, summary, version, page, facets: values });

function textOf({ total, results, near }: z.output<typeof output>, query: string): string {
	if (total === 0) {
		const what = query ? `No entry answers "${query}" with these filters.` : 'No entry matches.';
		if (!near) return `${what} Remove a filter, or use other words.`;
		return [`${what} The nearest:`, ...near.map(lineOf)].join('\n');
	}
	const shown = results.length < total ? `${results.length} of ${total}` : `${total}`;
	return [
		`${shown} ${total === 1 ? 'entry' : 'entries'}, best first.`,
		...results.map(lineOf),
	].join('\n');
}

function lineOf({ collection, id, title, summary, facets: have }: z.output<typeof result>): string {
	const kind = pagedCollections.find((name) => name === collection);
	const facts = [
		kind ? collections[kind].singular : collection,
		...(have.tier ? [`tier ${have.tier.join(', ')}`] : []),
		...(have.status ? [have.status.join(', ')] : []),
	];
	return `- ${id} (${facts.join(', ')}): ${title}. ${summary}`;
}
