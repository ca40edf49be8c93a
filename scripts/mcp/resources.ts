/** Every entry as a resource: catalogue://patterns/<id> gives the JSON that the site serves. */
import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { AskError } from '#catalogue/mcp/source.ts';
import { pagedCollections } from '#schemas/index.ts';

/** Patterns in the list of resources; beyond them the tool `search` is the way. */
const MOST = 200;

const uriOf = (collection: string, id: string) => `catalogue://${collection}/${id}`;

/** Adds the resources. */
export function addResources(server: McpServer, reader: CatalogueReader): void {
	const list = async () => {
		const patterns = [...(await reader.lines('patterns')).values()].slice(0, MOST);
		return {
			resources: patterns.map(({ id, title, summary }) => ({
				uri: uriOf('patterns', id),
				name: id,
				title,
				description: summary,
				mimeType: 'application/json',
			})),
		};
	};
	const startingWith = (words: readonly string[], start: string) =>
		words.filter((word) => word.startsWith(start)).slice(0, 100);
	const template = new ResourceTemplate(uriOf('{collection}', '{id}'), {
		list,
		complete: {
			collection: (start) => startingWith(pagedCollections, start),
			id: async (start, context) => {
				const name = collectionOf(context?.arguments?.collection);
				return name ? startingWith([...(await reader.lines(name)).keys()], start) : [];
			},
		},
	});
	server.registerResource(
		'entry',
		template,
		{
			title: 'Entry of the catalogue',
			description: `The JSON of an entry, by collection and id. Collections: ${pagedCollections.join(', ')}.`,
			mimeType: 'application/json',
		},
		async (uri, { collection, id }) => {
			const name = collectionOf(collection);
			if (!name || typeof id !== 'string') {
				throw new AskError(`There is no resource "${uri.href.slice(0, 120)}".`);
			}
			const text = await reader.entryJson(name, id);
			return { contents: [{ uri: uri.href, mimeType: 'application/json', text }] };
		},
	);
}

const collectionOf = (name: unknown) => pagedCollections.find((one) => one === name);
