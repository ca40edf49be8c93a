import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { exportFiles } from '#catalogue/copy/index.ts';
import { readerOf } from '#catalogue/mcp/reader.ts';
import type { CatalogueSource } from '#catalogue/mcp/source.ts';
import { catalogueSource } from '#scripts/mcp/folder.ts';
import { createServer } from '#scripts/mcp/server.ts';
import { openSite } from '#scripts/mcp/site.ts';
import { catalogueOf, soundEntries, TODAY } from '#tests/support/build.ts';
import { mild } from '#tests/support/exposure.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const context = contextOf(catalogueOf(...soundEntries()), url);
const files = new Map(exportFiles(context).map((file) => [`/ai/${file.path}`, file]));
let http: Server;
let site: CatalogueSource;

beforeAll(async () => {
	http = createHttpServer(async (request, response) => {
		const file = files.get(request.url ?? '');
		if (!file) response.statusCode = 404;
		response.end(await file?.body());
	});
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
	// A server that listens on a port has an address with one.
	site = openSite(`http://127.0.0.1:${(http.address() as AddressInfo).port}/ai/`);
});
afterAll(() => {
	http.close();
	http.closeAllConnections();
});

async function connect(source: CatalogueSource): Promise<Client> {
	const reader = readerOf(source);
	const server = createServer(reader, await reader.index(), () => TODAY);
	const [here, there] = InMemoryTransport.createLinkedPair();
	const client = new Client({ name: 'test', version: '1.0.0' });
	await Promise.all([server.connect(there), client.connect(here)]);
	return client;
}

const exposure = { ...mild, data: 'confidential' };
const manifest = JSON.stringify({
	form: 1,
	site: url('/'),
	answer: 'api/v1/copies/summary.json',
	pattern: 'summary',
	title: 'Summary',
	version: '0.9.0',
	digest: 'abc',
	status: 'approved',
	tier: 'low',
	obligations: [],
	files: {},
	filled: {},
});

test.each([
	['search', { query: 'an entry', limit: 50 }],
	['get_pattern', { id: 'summary', sections: ['all'] }],
	['get_pattern', { id: 'none' }],
	['get_prompt', { id: 'ask', variables: { question: 'Why?' } }],
	['get_prompt', { id: 'ask', version: '0.9.0' }],
	['obligations', exposure],
	['get_entry', { collection: 'controls', id: 'logging' }],
	['check_manifest', { manifest }],
	['portfolio', {}],
	['coverage', {}],
	['queue', {}],
	['queue', { team: 'nobody' }],
	['evidence', {}],
	['evidence', { subject: 'use-cases/office-summary' }],
])('a site answers %s as its folder does', async (name, args) => {
	const folder = await connect(catalogueSource('a folder', context));
	const answers = [folder, await connect(site)].map((client) =>
		client.callTool({ name, arguments: args }),
	);
	const [ofFolder, ofSite] = await Promise.all(answers);
	expect(ofSite).toEqual(ofFolder);
	expect(ofFolder?.content).toHaveLength(1);
});
