/**
 * What the form of a page cannot hold at all: a variable the prompt does not have, a number where a
 * text belongs. A page needs no such check, since its controls give the right kind of value.
 */

import { asks, type FormField, type Problem } from '../pages/prompt-fill.ts';
import { didYouMean } from '../words/suggest.ts';

type Found = Pick<Problem, 'path' | 'label' | 'message'>;

/** Everything in `values` that no control could have given. */
export function inputProblems(
	fields: readonly FormField[],
	values: Readonly<Record<string, unknown>>,
	owner: string,
): Found[] {
	return inGroup(fields, values, { path: '', label: '', owner });
}

interface Place {
	path: string;
	label: string;
	/** What has the fields, for the message on one it does not have. */
	owner: string;
}

function inGroup(fields: readonly FormField[], group: object, place: Place): Found[] {
	const names = fields.map(({ name }) => name);
	const unknown = Object.keys(group)
		.filter((name) => !names.includes(name))
		.map((name) => ({
			path: join(place.path, name),
			label: join(place.label, name, ', '),
			message: `${place.owner} has no such variable. ${didYouMean(name, names, `It has ${names.join(', ')}.`)}`,
		}));
	const known = fields.flatMap((field) => {
		const value: unknown = Object.hasOwn(group, field.name)
			? Object.entries(group).find(([name]) => name === field.name)?.[1]
			: undefined;
		return inField(field, value ?? undefined, {
			path: join(place.path, field.name),
			label: join(place.label, field.label, ', '),
			owner: `"${field.name}"`,
		});
	});
	return [...unknown, ...known];
}

function inField(field: FormField, value: unknown, place: Place): Found[] {
	const { path, label, owner } = place;
	const wrong = (message: string, at = place) => [{ path: at.path, label: at.label, message }];
	const { type, choices, fields, required, mayBeEmpty } = field;
	if (value === undefined) {
		// A box on the page starts unticked; a call must say which it is.
		return type === 'boolean' && required && !mayBeEmpty ? wrong(asks.boolean) : [];
	}
	if (type === 'list' || type === 'records') {
		if (!Array.isArray(value)) return wrong(`${kindOf(value)} is given. Give a list.`);
		return value.flatMap((item: unknown, at) => {
			const spot = { path: `${path}.${at}`, label: `${label} ${at + 1}`, owner };
			if (type === 'records') return inRecord(fields, item, spot);
			if (!isPlain(item)) return wrong(`${kindOf(item)} is given. ${asks.text}`, spot);
			// An entry is a line of the form: a break in it would count as another entry.
			return /[\r\n]/.test(String(item)) ? wrong('it has a line break. Enter one line.', spot) : [];
		});
	}
	if (type === 'record') return inRecord(fields, value, place);
	if (typeof value !== EXPECTED[type]) return wrong(`${kindOf(value)} is given. ${asks[type]}`);
	if (type === 'choice' && value !== '' && !choices.includes(String(value))) {
		return wrong(`"${value}" is not one of ${choices.join(', ')}.`);
	}
	return [];
}

function inRecord(fields: readonly FormField[], value: unknown, place: Place): Found[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		const { path, label } = place;
		return [{ path, label, message: `${kindOf(value)} is given. ${asks.record}` }];
	}
	return inGroup(fields, value, place);
}

const EXPECTED = {
	text: 'string',
	choice: 'string',
	number: 'number',
	boolean: 'boolean',
} as const;

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

function kindOf(value: unknown): string {
	if (value === null) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'boolean') return 'yes or no';
	return typeof value === 'object'
		? 'a record'
		: `a ${typeof value === 'string' ? 'text' : typeof value}`;
}

const join = (path: string, name: string, by = '.') => (path ? `${path}${by}${name}` : name);
