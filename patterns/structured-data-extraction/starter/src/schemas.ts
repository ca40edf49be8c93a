/**
 * Node schema: the fields of each document type, by version.
 *
 * A schema is approved like a prompt. It does not run if its text differs from schemas.lock.json
 * under the same version, or if it lacks the class, owner or scan of its type.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessPolicy } from './controls/access-control.ts';
import { dataClass, isLabelWithin } from './controls/data-classification.ts';
import { parseYaml, readPolicy, readText } from './policy/read-policy.ts';
import { fields, flag, list, number, oneOf, optional, record, text } from './policy/shape.ts';
import { digestOf } from './prompts/read-prompt.ts';
import { Refusal, SetupError } from './refusal.ts';

export const SCHEMA_LOCK = 'schemas.lock.json';
/** Fewer scanned documents say too little about what else is in documents of a new type. */
const LEAST_SCANNED = 200;

const fieldType = oneOf('text', 'code', 'date', 'number', 'amount', 'boolean');
export type FieldType = ReturnType<typeof fieldType>;

const fieldShape = fields({
	name: text,
	type: fieldType,
	/** What the field means and where it is on the page. This goes into the prompt. */
	description: text,
	/** The reviewer always confirms it by itself. */
	critical: optional(flag),
	/** Rules in code. A value that breaks one is opened and never repaired. */
	rules: optional(
		fields({
			least: optional(number),
			most: optional(number),
			digits: optional(oneOf('luhn', 'mod97')),
			form: optional(text),
			/** Field with a date before this one. */
			after: optional(text),
			/** Fields that add up to this one. */
			sumOf: optional(list(text)),
		}),
	),
});
export type SchemaField = ReturnType<typeof fieldShape>;

const patterns = list(fields({ id: text, pattern: text }));
const schemaShape = fields({
	title: text,
	version: text,
	class: dataClass,
	owner: text,
	group: text,
	scanned: fields({ documents: number, signedBy: text }),
	/** Marks of policy/dlp.yaml that stay in the prompt, because a field asks for them. */
	asksFor: list(text),
	layouts: patterns,
	fields: list(fieldShape),
});
export type Schema = ReturnType<typeof schemaShape> & { id: string };

const lockShape = record(fields({ version: text, digest: text }));
export type SchemaLock = ReturnType<typeof lockShape>;

/** Every schema of the folder as its file has it, with the digest of the file. */
export function readSchemaFiles(root: string): (Schema & { digest: string })[] {
	return readdirSync(join(root, 'schemas'))
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.map((name) => {
			const file = `schemas/${name}`;
			const source = readText(root, file);
			const digest = digestOf(source.replaceAll('\r\n', '\n'));
			const id = name.replace(/\.yaml$/, '');
			return { ...schemaShape(parseYaml(source, file), file), id, digest };
		});
}

export const readSchemaLock = (root: string): SchemaLock =>
	readPolicy(root, SCHEMA_LOCK, lockShape);

/** What is wrong with a schema file, one sentence each. */
export function schemaProblems(
	{ id, version, digest, scanned, class: level, fields: own }: Schema & { digest: string },
	lock: SchemaLock,
	access: AccessPolicy,
): string[] {
	const locked = Object.hasOwn(lock, id) ? lock[id] : undefined;
	const names = own.map(({ name }) => name);
	const named = own.flatMap(({ rules }) => [...(rules?.sumOf ?? []), rules?.after ?? []].flat());
	const foreign = named.filter((name) => !names.includes(name));
	return [
		...(locked?.version === version && locked.digest === digest
			? []
			: [`schemas/${id}.yaml differs from ${SCHEMA_LOCK}.`]),
		...(scanned.documents >= LEAST_SCANNED
			? []
			: [`${id} was scanned on ${scanned.documents} documents, not ${LEAST_SCANNED}.`]),
		...(isLabelWithin(level, access) ? [] : [`${id} is ${level}, above ${access.ceiling}.`]),
		...(new Set(names).size < names.length ? [`${id} names a field twice.`] : []),
		...foreign.map((name) => `${id} has a rule about "${name}", which is not one of its fields.`),
	];
}

/** The approved schemas by id. @throws SetupError for one that differs from what was approved. */
export function readSchemas(root: string, access: AccessPolicy): ReadonlyMap<string, Schema> {
	const lock = readSchemaLock(root);
	const found = readSchemaFiles(root);
	const [problem] = found.flatMap((schema) => schemaProblems(schema, lock, access));
	if (problem) {
		throw new SetupError(problem, 'Have it reviewed, then run node src/lock-schemas.ts.');
	}
	return new Map(found.map((schema) => [schema.id, schema]));
}

/** @throws Refusal for a document type that was not released. */
export function schemaOf(type: string, schemas: ReadonlyMap<string, Schema>): Schema {
	const schema = schemas.get(type);
	if (schema) return schema;
	throw new Refusal('release-gate', 'type-not-released', `The type "${type}" is not released.`);
}
