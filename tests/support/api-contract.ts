/** Whether the documents of the API are what their served JSON Schemas, and our types, say. */
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { API_VERSION, documentNames, documents } from '#schemas/api.ts';

const ROOT = `api/v${API_VERSION}/`;

/** Paths of the documents among those of a site: all of the API but the schemas. */
export const documentPaths = (paths: Iterable<string>): string[] =>
	[...paths].filter((path) => path.startsWith(ROOT) && !path.startsWith(`${ROOT}schemas/`));

/**
 * What is wrong with each document, with its path.
 *
 * @param read the value of a JSON file by its path under the site
 */
export async function contractFaults(
	paths: readonly string[],
	read: (path: string) => unknown,
): Promise<string[]> {
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	const compiled = new Map<string, ValidateFunction>();
	const faults: string[] = [];
	for (const path of paths) {
		const value: unknown = await read(path);
		const schema = schemaOf(value);
		const name = documentNames.find((one) =>
			schema.endsWith(`/${ROOT}schemas/documents/${one}.json`),
		);
		if (!name) {
			faults.push(`${path} names "${schema}" as its schema, which is not one of ours.`);
			continue;
		}
		const accepts =
			compiled.get(name) ??
			ajv.compile(Object(await read(`${ROOT}schemas/documents/${name}.json`)));
		compiled.set(name, accepts);
		if (!accepts(value)) faults.push(`${path}: ${ajv.errorsText(accepts.errors)}`);
		// Parsing drops what the type does not say, so a field without documentation shows.
		const { success, data } = documents[name].safeParse(value);
		if (!success || !sameJson(data, value)) {
			faults.push(`${path} holds what the document "${name}" does not say.`);
		}
	}
	return faults;
}

const schemaOf = (value: unknown): string =>
	typeof value === 'object' && value !== null && '$schema' in value ? String(value.$schema) : '';

const sameJson = (a: unknown, b: unknown) =>
	JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
