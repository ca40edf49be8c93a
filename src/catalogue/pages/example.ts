/** What is said wherever invented data shows. */

import type { Catalogue, Entry } from '../model/catalogue.ts';
import { isExample } from '../model/entry.ts';
import type { Block } from './blocks.ts';
import type { Example } from './page.ts';

export const EXAMPLE_TAG = 'Example data';
/** Beside the state of an entry that is real, with signatures that are not. */
export const EXAMPLE_APPROVAL = 'Its approval is example data.';

/** The words for a page that shows some of these entries; nothing where all of them are real. */
export function exampleOf(
	shown: Iterable<Pick<Entry, 'data'>>,
	{ organisation }: Pick<Catalogue, 'organisation'>,
): { example: Example } | undefined {
	if (![...shown].some(isExample)) return undefined;
	return {
		example: {
			tag: EXAMPLE_TAG,
			words: `${organisation.name} is invented. No use, role, figure or record on this page is real.`,
		},
	};
}

/** The same as a note, on a page that is otherwise about real entries. */
export function exampleNotice(
	entry: Pick<Entry, 'data'>,
	catalogue: Pick<Catalogue, 'organisation'>,
): Block[] {
	const said = exampleOf([entry], catalogue);
	if (!said) return [];
	const { tag, words } = said.example;
	return [{ kind: 'note', tone: 'info', fact: `${tag}.`, words }];
}
