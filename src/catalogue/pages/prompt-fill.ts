/** What a form holds to what a template takes. Runs in the build and in the browser alike. */

import type { Field } from '../read/prompts/variables.ts';
import { formatNumber } from '../words/number.ts';

/** What is said where nothing is missing. */
export const COMPLETE = 'Every required value is given.';

/** A field of the form: a variable, or a field of a record, with what limits it. */
export interface FormField {
	name: string;
	label: string;
	type: Field['type'];
	required: boolean;
	/** The template says itself what it writes when there is nothing. */
	mayBeEmpty: boolean;
	/** Room that the text needs, by what the test cases put in. */
	room: 'word' | 'line' | 'lines';
	choices: readonly string[];
	fields: readonly FormField[];
	maxLength?: number | undefined;
	maxItems?: number | undefined;
}

/** What controls hold: text, a tick, a group of controls, or a list of groups. */
export type Raw = string | boolean | readonly RawGroup[] | RawGroup;
export interface RawGroup {
	readonly [name: string]: Raw;
}

export interface Problem {
	/** Names and positions joined by dots: `queues.0.covers`. */
	path: string;
	/** The same as a person says it: `Queues 1, covers`. */
	label: string;
	message: string;
	/** A value that is needed is missing; a placeholder stands in its place. */
	missing: boolean;
}

export interface Filled {
	input: Record<string, unknown>;
	problems: Problem[];
}

interface Place {
	path: string;
	label: string;
	problems: Problem[];
}

/**
 * Reads what the controls hold. A value that is missing becomes a placeholder, so that a preview
 * can show where it will stand.
 *
 * @example
 * fill([caseBody], { caseBody: '' }).input // => { caseBody: '{{caseBody}}' }
 */
export function fill(fields: readonly FormField[], raw: RawGroup): Filled {
	const problems: Problem[] = [];
	return { input: group(fields, raw, { path: '', label: '', problems }), problems };
}

/** What the controls must hold to show an input, the inverse of `fill`. */
export function rawOf(fields: readonly FormField[], input: unknown): RawGroup {
	return Object.fromEntries(
		fields.map((field) => [field.name, rawValue(field, own(input, field.name))]),
	);
}

function group(fields: readonly FormField[], raw: unknown, { path, label, problems }: Place) {
	return Object.fromEntries(
		fields.flatMap((field) => {
			const place = {
				path: path ? `${path}.${field.name}` : field.name,
				label: label ? `${label}, ${field.label}` : field.label,
				problems,
			};
			const value = readValue(field, own(raw, field.name), place);
			return value === undefined ? [] : [[field.name, value]];
		}),
	);
}

function readValue(field: FormField, raw: unknown, place: Place): unknown {
	const { value, message } = readers[field.type](field, raw, place);
	const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
	if (message && !empty) place.problems.push({ ...spot(place), message, missing: false });
	if (!empty || !field.required || field.mayBeEmpty) return value;
	place.problems.push({ ...spot(place), message: message ?? asks[field.type], missing: true });
	return placeholder(field, place.path.replaceAll(/\.\d+(?=\.)/g, ''));
}

const spot = ({ path, label }: Place) => ({ path, label });

interface Read {
	/** Undefined, an empty text or an empty list when nothing usable is given. */
	value: unknown;
	/** What is wrong with what is given. */
	message?: string | undefined;
}

type Type = FormField['type'];

const readers: Record<Type, (field: FormField, raw: unknown, place: Place) => Read> = {
	text: ({ maxLength }, raw) => {
		const value = text(raw);
		return { value: value.trim() === '' ? '' : value, message: tooLong(value, maxLength) };
	},
	number: (_, raw) => {
		const value = text(raw).trim();
		if (value === '') return { value: undefined };
		const number = Number(value);
		if (Number.isFinite(number)) return { value: number };
		return {
			value: undefined,
			message: `"${value}" is not a number. Write digits, such as 3 or 0.5.`,
		};
	},
	boolean: (_, raw) => ({ value: raw === true }),
	choice: (_, raw) => ({ value: text(raw) }),
	list: ({ maxItems, maxLength, choices }, raw) => {
		const lines = text(raw)
			.split('\n')
			.map((line) => line.trim());
		const message = lines
			.map((line, index) => {
				const wrong = tooLong(line, maxLength) ?? notAmong(line, choices);
				return wrong && `Line ${index + 1}: ${wrong}`;
			})
			.find((found) => found);
		const value = lines.filter((line) => line !== '');
		return { value, message: tooMany(value.length, maxItems) ?? message };
	},
	record: ({ fields }, raw, place) => ({ value: group(fields, raw, place) }),
	records: ({ fields, maxItems }, raw, { path, label, problems }) => {
		const rows: unknown[] = Array.isArray(raw) ? raw : [];
		const value = rows.map((row, index) =>
			group(fields, row, { path: `${path}.${index}`, label: `${label} ${index + 1}`, problems }),
		);
		return { value, message: tooMany(rows.length, maxItems) };
	},
};

/** What to do about a field that is empty and must not be. */
export const asks: Record<Type, string> = {
	text: 'Enter some text.',
	number: 'Enter a number.',
	boolean: 'Choose yes or no.',
	choice: 'Choose one.',
	list: 'Enter at least one, one per line.',
	record: 'Fill in the fields.',
	records: 'Add at least one entry.',
};

const tooLong = (value: string, most: number | undefined) =>
	most !== undefined && value.length > most
		? `${formatNumber(value.length)} of ${formatNumber(most)} characters.`
		: undefined;

const tooMany = (count: number, most: number | undefined) =>
	most !== undefined && count > most
		? `${formatNumber(count)} of ${formatNumber(most)} entries.`
		: undefined;

const notAmong = (value: string, choices: readonly string[]) =>
	value !== '' && choices.length > 0 && !choices.includes(value)
		? `"${value}" is not one of ${choices.join(', ')}.`
		: undefined;

/** The mark of a missing value, in the form the template expects, so that a loop shows it once. */
function placeholder({ type, fields }: FormField, path: string): unknown {
	if (type === 'list') return [`{{${path}}}`];
	if (type !== 'records') return `{{${path}}}`;
	return [
		Object.fromEntries(
			fields.map((field) => [field.name, placeholder(field, `${path}.${field.name}`)]),
		),
	];
}

function rawValue({ type, fields }: FormField, value: unknown): Raw {
	if (type === 'boolean') return value === true;
	if (type === 'record') return rawOf(fields, value);
	const items: unknown[] = Array.isArray(value) ? value : [];
	if (type === 'records') return items.map((item) => rawOf(fields, item));
	return type === 'list' ? items.map(text).join('\n') : text(value);
}

/** Line breaks as the template has them, whatever the control uses. */
const text = (value: unknown): string =>
	value === undefined || value === null ? '' : String(value).replaceAll('\r\n', '\n');

function own(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
	return Object.entries(value).find(([key]) => key === name)?.[1];
}
