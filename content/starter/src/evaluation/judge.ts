/**
 * Compares an answer with what a test case expects. The words are those of the catalogue's case
 * files.
 */
import {
	fields,
	list,
	number,
	oneOf,
	optional,
	record,
	type Shape,
	text,
} from '../policy/shape.ts';
import { SetupError } from '../refusal.ts';

const anything: Shape<unknown> = (value) => value;

const expectationShape = fields({
	type: text,
	field: optional(text),
	value: anything,
	values: optional(list(anything)),
});
export type Expectation = ReturnType<typeof expectationShape>;

export const casesShape = fields({
	cases: list(
		fields({
			name: text,
			kind: oneOf('golden', 'edge', 'injection'),
			input: record(anything),
			expect: list(expectationShape),
			why: optional(text),
		}),
	),
});
export type Case = ReturnType<typeof casesShape>['cases'][number];

/**
 * What an expectation can look at: the text of the answer, and the value at a field if it is JSON.
 */
interface Asked {
	answer: string;
	json: unknown;
	found: unknown;
	wanted: unknown;
	values: readonly unknown[];
}

const size = (value: unknown) => number(value, 'value');
const holds = (found: unknown, wanted: unknown) =>
	Array.isArray(found) ? found.includes(wanted) : String(found ?? '').includes(String(wanted));
const isEmpty = (found: unknown) =>
	found === undefined || found === null || found === '' || (Array.isArray(found) && !found.length);

const CHECKS: Readonly<Record<string, (asked: Asked) => boolean>> = {
	'is-json': ({ json }) => typeof json === 'object' && json !== null,
	'field-equals': ({ found, wanted }) => found === wanted,
	'field-one-of': ({ found, values }) => values.includes(found),
	'field-at-least': ({ found, wanted }) => typeof found === 'number' && found >= size(wanted),
	'field-at-most': ({ found, wanted }) => typeof found === 'number' && found <= size(wanted),
	'field-includes': ({ found, wanted }) => holds(found, wanted),
	'field-excludes': ({ found, wanted }) => !holds(found, wanted),
	'field-empty': ({ found }) => isEmpty(found),
	includes: ({ answer, wanted }) => answer.includes(String(wanted)),
	excludes: ({ answer, wanted }) => !answer.includes(String(wanted)),
	'words-at-most': ({ answer, wanted }) =>
		answer.split(/\s+/).filter(Boolean).length <= size(wanted),
};

/**
 * Expectations that an answer does not meet, one sentence each.
 *
 * @example
 * judge('{"queue":"billing"}', [{ type: 'field-equals', field: 'queue', value: 'access' }]) // =>
 * ['field-equals queue "access": it is "billing".']
 */
export function judge(answer: string, expectations: readonly Expectation[]): string[] {
	const json = parsed(answer);
	return expectations.flatMap(({ type, field, value, values }) => {
		const check = Object.hasOwn(CHECKS, type) ? CHECKS[type] : undefined;
		if (!check)
			throw new SetupError(`"${type}" is not an expectation.`, 'Use one from the catalogue.');
		const found = field === undefined ? undefined : valueAt(json, field);
		if (check({ answer, json, found, wanted: value, values: values ?? [] })) return [];
		const wanted = JSON.stringify(value ?? values) ?? '';
		const said = field === undefined ? 'the answer does not contain' : `it is ${shown(found)}`;
		return [`${[type, field, wanted].filter(Boolean).join(' ')}: ${said}.`];
	});
}

const shown = (value: unknown) => (JSON.stringify(value) ?? 'missing').slice(0, 60);

/** Dots lead inwards; own fields only. */
function valueAt(json: unknown, field: string): unknown {
	return field.split('.').reduce<unknown>((value, key) => {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		return Object.entries(value).find(([name]) => name === key)?.[1];
	}, json);
}

function parsed(answer: string): unknown {
	try {
		return JSON.parse(answer);
	} catch {
		return undefined;
	}
}
