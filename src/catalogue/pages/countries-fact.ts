/** The countries of a model or a connector in words. */
import { countryName } from '#schemas/countries.ts';
import { listOf } from '../words/phrase.ts';
import { code, quiet, type Words } from './blocks.ts';

/** The names of countries, in the order of the alphabet. */
export const countriesWords = (codes: readonly string[]): string =>
	listOf(codes.map(countryName).sort((a, b) => a.localeCompare(b, 'en-GB')));

/** The same on the page of the entry; it says how to record them where nobody has. */
export const countriesFact = (codes: readonly string[] | undefined): Words =>
	codes
		? countriesWords(codes)
		: quiet([
				'Not recorded here. A use case can record its own. If they are the same for every use, add them in ',
				code('countries'),
				'.',
			]);
