/** The variables of a prompt: picoschema and the catalogue's notes joined into one list. */
import { picoschema } from 'dotprompt';
import type { Prompt } from '#schemas/prompt.ts';
import type { DataClass, PersonalData } from '#schemas/vocabularies.ts';

/** How to write a field in picoschema. */
export const FIELD_FORM = 'Write `name: string, what it is`, or `name(array): string`.';

export interface Field {
	name: string;
	type: 'text' | 'number' | 'boolean' | 'choice' | 'list' | 'records' | 'record';
	required: boolean;
	description: string;
	/** Allowed values, for a choice. */
	choices: string[];
	/** Fields of a record, or of each record of a list. */
	fields: Field[];
}

export interface Variable extends Field {
	label: string;
	dataClass: DataClass;
	personalData: PersonalData;
	maxLength: number | undefined;
	maxItems: number | undefined;
	untrusted: boolean;
	source: string | undefined;
}

/** The part of JSON Schema that picoschema makes. */
interface JsonSchema {
	type?: string | string[];
	description?: string;
	enum?: unknown[];
	items?: JsonSchema;
	properties?: Record<string, JsonSchema>;
	required?: string[];
}

/** The input variables in the order of the prompt. Throws what picoschema throws on bad schemas. */
export async function variablesOf(prompt: Prompt): Promise<Variable[]> {
	const notes = prompt['catalogue.variables'];
	return (await fieldsOf(prompt.input.schema)).map((field) => {
		const note = notes[field.name];
		return {
			...field,
			label: note?.label ?? field.name,
			// The rule `prompt-variables` refuses a variable without a note; the strictest class stands in.
			dataClass: note?.dataClass ?? 'restricted',
			personalData: note?.personalData ?? 'none',
			maxLength: note?.maxLength,
			maxItems: note?.maxItems,
			untrusted: note?.untrusted ?? false,
			source: note?.source,
		};
	});
}

/** Fields of the answer, or an empty list for plain text. */
export async function answerFieldsOf(prompt: Prompt): Promise<Field[]> {
	return prompt.output.schema ? fieldsOf(prompt.output.schema) : [];
}

/** The JSON Schema of the input, for the files. */
export async function inputSchemaOf(prompt: Prompt): Promise<unknown> {
	return jsonSchemaOf(prompt.input.schema);
}

/** The JSON Schema of the answer, for the files. */
export async function outputSchemaOf(prompt: Prompt): Promise<unknown> {
	return prompt.output.schema ? jsonSchemaOf(prompt.output.schema) : undefined;
}

/** dotprompt writes into the schema it is given, so it gets a copy. */
function jsonSchemaOf(schema: Record<string, unknown>): Promise<unknown> {
	return picoschema(structuredClone(schema));
}

async function fieldsOf(schema: Record<string, unknown>): Promise<Field[]> {
	// dotprompt types its result as any JSON Schema; picoschema makes only the parts read here.
	const json = (await jsonSchemaOf(schema)) as JsonSchema;
	return properties(json);
}

function properties(schema: JsonSchema): Field[] {
	return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
		name,
		required: schema.required?.includes(name) ?? false,
		description: field.description ?? '',
		...shape(field),
	}));
}

function shape(schema: JsonSchema): Pick<Field, 'type' | 'choices' | 'fields'> {
	const [type] = [schema.type].flat().filter((name) => name !== 'null');
	const choices = (schema.enum ?? []).filter((value) => value !== null).map(String);
	if (choices.length > 0) return { type: 'choice', choices, fields: [] };
	if (type === 'array') {
		const fields = schema.items ? properties(schema.items) : [];
		return {
			type: fields.length > 0 ? 'records' : 'list',
			choices: shapeChoices(schema.items),
			fields,
		};
	}
	if (type === 'object') return { type: 'record', choices: [], fields: properties(schema) };
	if (type === 'number' || type === 'integer') return { type: 'number', choices: [], fields: [] };
	if (type === 'boolean') return { type: 'boolean', choices: [], fields: [] };
	return { type: 'text', choices: [], fields: [] };
}

const shapeChoices = (items: JsonSchema | undefined) => (items?.enum ?? []).map(String);
