/**
 * Reads policy files in the form they must have. An unknown key is refused, because a misspelt
 * limit would otherwise be no limit.
 */
import { SetupError } from '../refusal.ts';

/** Gives the value its type, or says where it is not of that type. */
export type Shape<T> = (value: unknown, at: string) => T;

const wrong = (at: string, value: unknown, wanted: string) =>
	new SetupError(`${at} is ${JSON.stringify(value) ?? 'missing'}.`, `It must be ${wanted}.`);

export const text: Shape<string> = (value, at) => {
	if (typeof value === 'string' && value !== '') return value;
	throw wrong(at, value, 'a text');
};

export const number: Shape<number> = (value, at) => {
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
	throw wrong(at, value, 'a number from 0');
};

export const flag: Shape<boolean> = (value, at) => {
	if (typeof value === 'boolean') return value;
	throw wrong(at, value, 'true or false');
};

export const oneOf =
	<Word extends string>(...words: readonly Word[]): Shape<Word> =>
	(value, at) => {
		const found = words.find((word) => word === value);
		if (found !== undefined) return found;
		throw wrong(at, value, `one of ${words.join(', ')}`);
	};

export const list =
	<T>(item: Shape<T>): Shape<T[]> =>
	(value, at) => {
		if (!Array.isArray(value)) throw wrong(at, value, 'a list');
		return value.map((one, index) => item(one, `${at}.${index}`));
	};

export const record =
	<T>(item: Shape<T>): Shape<Record<string, T>> =>
	(value, at) =>
		Object.fromEntries(
			Object.entries(object(value, at)).map(([key, one]) => [key, item(one, `${at}.${key}`)]),
		);

export const optional =
	<T>(shape: Shape<T>): Shape<T | undefined> =>
	(value, at) =>
		value === undefined || value === null ? undefined : shape(value, at);

type Fields = Record<string, Shape<unknown>>;

export const fields =
	<Of extends Fields>(shapes: Of): Shape<{ [Key in keyof Of]: ReturnType<Of[Key]> }> =>
	(value, at) => {
		const given = object(value, at);
		const unknown = Object.keys(given).find((key) => !Object.hasOwn(shapes, key));
		if (unknown !== undefined) {
			const known = Object.keys(shapes).join(', ');
			throw new SetupError(`${at}.${unknown} is not known.`, `Known there: ${known}.`);
		}
		const read = Object.entries(shapes).map(([key, shape]) => [
			key,
			shape(given[key], `${at}.${key}`),
		]);
		// Each key was read by its own shape; `fromEntries` loses which is which.
		return Object.fromEntries(read) as { [Key in keyof Of]: ReturnType<Of[Key]> };
	};

function object(value: unknown, at: string): Record<string, unknown> {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
		return Object.fromEntries(Object.entries(value));
	}
	throw wrong(at, value, 'a set of names with values');
}
