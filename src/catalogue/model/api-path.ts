/** Where the JSON of the catalogue stands; apart from its exporter, as pages and copies name it too. */

import { API_VERSION, type DocumentName } from '#schemas/api.ts';

/**
 * Path of a document under the site, without a leading slash, as files are named.
 *
 * @example
 * apiFile('patterns') // => 'api/v1/patterns.json'
 */
export const apiFile = (name: string): string => `api/v${API_VERSION}/${name}.json`;

/** The same from the root of the site on, for addresses. */
export const apiPath = (name: string): string => `/${apiFile(name)}`;

/**
 * Path of the JSON of an entry.
 *
 * @example
 * jsonPath({ collection: 'risks', id: 'leak' }) // => '/api/v1/risks/leak.json'
 */
export const jsonPath = ({ collection, id }: { collection: string; id: string }): string =>
	apiPath(`${collection}/${id}`);

/** Path of the JSON Schema of a kind of document, from the root of the site on. */
export const documentSchemaPath = (name: DocumentName): string =>
	apiPath(`schemas/documents/${name}`);
