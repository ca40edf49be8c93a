/** Reads the documents of the API; what a later version adds is passed over. */
import { z } from 'zod';
import { API_VERSION } from '#schemas/api.ts';
import { SourceError } from './source.ts';

const SAME_VERSION = 'Run the server from the same version of the catalogue as the site.';

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
			`${place} is version ${head.api} of the API; this server reads version ${API_VERSION}. ${SAME_VERSION}`,
		);
	}
	const { data, error } = schema.safeParse(json);
	if (data !== undefined) return data;
	const issue = error?.issues[0];
	const at = issue?.path.map(String).join('.');
	throw new SourceError(
		`${place} does not contain what this server reads (at "${at}"). ${SAME_VERSION}`,
	);
}

function parseJson(text: string, place: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		const what = /^\s*</.test(text) ? 'a page of HTML' : 'no JSON';
		throw new SourceError(
			`${place} is ${what}. Enter the address of the first page of the catalogue, with its base path, such as https://host.example/ai/.`,
		);
	}
}
