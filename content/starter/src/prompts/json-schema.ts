/** Checks a value against the part of JSON Schema that picoschema makes. */

/** A schema as picoschema makes it from the frontmatter of a prompt. */
export interface JsonSchema {
	type?: string | readonly string[];
	enum?: readonly unknown[];
	items?: JsonSchema;
	properties?: Readonly<Record<string, JsonSchema>>;
	required?: readonly string[];
	additionalProperties?: boolean | JsonSchema;
	description?: string;
}

const KNOWN: ReadonlySet<string> = new Set([
	'type',
	'enum',
	'items',
	'properties',
	'required',
	'additionalProperties',
	'description',
]);

/**
 * What is wrong with a value, one sentence each; empty if it fits. A keyword that is not known here
 * counts as wrong, so that no part of a schema is ignored without a word.
 *
 * @example
 * problemsOf({ type: 'integer' }, 1.5, 'priority') // => ['priority is 1.5, not integer.']
 */
export function problemsOf(schema: JsonSchema, value: unknown, at = 'the answer'): string[] {
	const foreign = Object.keys(schema).find((key) => !KNOWN.has(key));
	if (foreign !== undefined)
		return [`${at} has "${foreign}" in its schema, which cannot be checked.`];
	if (schema.enum && !schema.enum.includes(value)) {
		return [`${at} is ${shown(value)}, not one of ${schema.enum.map(shown).join(', ')}.`];
	}
	const types = [schema.type ?? []].flat();
	if (types.length > 0 && !types.some((type) => isOf(type, value))) {
		return [`${at} is ${shown(value)}, not ${types.join(' or ')}.`];
	}
	if (Array.isArray(value)) {
		const { items } = schema;
		return items ? value.flatMap((item, index) => problemsOf(items, item, `${at}.${index}`)) : [];
	}
	return typeof value === 'object' && value !== null ? fieldProblems(schema, value, at) : [];
}

function fieldProblems(schema: JsonSchema, value: object, at: string): string[] {
	const { properties = {}, required = [], additionalProperties } = schema;
	const missing = required
		.filter((name) => !Object.hasOwn(value, name))
		.map((name) => `${at} has no ${name}.`);
	const wrong = Object.entries(value).flatMap(([name, field]) => {
		const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
		if (known) return problemsOf(known, field, name);
		if (typeof additionalProperties === 'object') {
			return problemsOf(additionalProperties, field, name);
		}
		return additionalProperties === false
			? [`${at} has a field "${name}" that nobody asked for.`]
			: [];
	});
	return [...missing, ...wrong];
}

function isOf(type: string, value: unknown): boolean {
	if (type === 'integer') return Number.isInteger(value);
	if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
	if (type === 'null') return value === null;
	if (type === 'array') return Array.isArray(value);
	if (type === 'object')
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	return typeof value === type;
}

/** Short, because a wrong answer may be long and is logged. */
const shown = (value: unknown) => (JSON.stringify(value) ?? 'missing').slice(0, 60);
