/** What every page of figures has: the day they are of, where they are as files, what is invented. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { longDay } from '../words/day.ts';
import { exampleOf } from './example.ts';
import type { FormFile, Sheet } from './page.ts';

type Frame = Pick<Sheet, 'aliases' | 'notices' | 'side' | 'asOf'> & Partial<Pick<Sheet, 'example'>>;

/** The frame of a page that shows these entries. */
export const sheetFrame = (
	shown: Iterable<Pick<Entry, 'data'>>,
	catalogue: Catalogue,
	files: readonly FormFile[],
): Frame => ({
	aliases: [],
	notices: [],
	side: [],
	asOf: { words: longDay(catalogue.today), files },
	...exampleOf(shown, catalogue),
});
