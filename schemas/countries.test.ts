import { describe, expect, test } from 'vitest';
import { countries, countryName } from './countries.ts';

const said = (written: unknown) =>
	countries.safeParse(written).error?.issues.map(({ message }) => message) ?? [];

describe('a country', () => {
	test('is the code of one, and has a name', () => {
		expect(said(['DE', 'GB'])).toEqual([]);
		expect(said(undefined)).toEqual([]);
		expect(countryName('DE')).toBe('Germany');
	});

	test.each([
		['UK', 'write GB.'],
		['de', 'write DE.'],
		['Germany', 'write DE.'],
		['EU', 'name each country, such as DE and IE.'],
		['ZZ', 'write two letters, such as DE.'],
		['', 'write two letters, such as DE.'],
	])('is not "%s", and the message says what to write', (written, fix) => {
		expect(said([written])).toEqual([`"${written}" is not the code of a country; ${fix}`]);
	});

	test('is one of the 249 of the standard, each with a name of its own, whatever Node calls it', () => {
		const codes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((first) =>
			[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((second) => first + second),
		);
		const known = codes.filter((code) => said([code]).length === 0);
		const names = known.map(countryName);
		expect(known).toHaveLength(249);
		expect(new Set(names).size).toBe(249);
		for (const name of names) expect(name).toMatch(/^\p{Lu}[\p{L} .’-]{3,43}$/u);
	});

	test.each([
		['HK', 'Hong Kong'],
		['CD', 'Democratic Republic of the Congo'],
		['TR', 'Türkiye'],
		['BA', 'Bosnia and Herzegovina'],
	])('%s is called %s, without the qualifiers of a style guide', (code, name) => {
		expect(countryName(code)).toBe(name);
		expect(said([name])).toEqual([`"${name}" is not the code of a country; write ${code}.`]);
	});

	test('is not what YAML reads as something else, such as NO without quotes in old YAML', () => {
		for (const written of [false, 49, null, ['DE']]) expect(said([written])).toHaveLength(1);
		expect(said([])).toHaveLength(1);
		expect(said('DE')).toHaveLength(1);
	});
});
