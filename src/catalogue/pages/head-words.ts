/** What the head of any page says, in whatever form it is printed. */
import { states } from '../judge/approval/state.ts';
import { twinPath } from '../model/entry.ts';
import type { FormFile, Stamp } from './page.ts';

export const jsonFile = (path: string): FormFile => ({ label: 'JSON', path });

/** The twin of the page at a path. */
export const markdownFile = (path: string): FormFile => ({
	label: 'Markdown',
	path: twinPath(path),
});

/** What a stamp is of. */
export const stampName = (stamp: Stamp): string => ('says' in stamp ? stamp.says : STATE);
export const STATE = 'State';

export const stampLabel = (stamp: Stamp): string =>
	'state' in stamp ? states[stamp.state].label : stamp.label;

export const aliasWords = (aliases: readonly string[]): string =>
	`Also found under: ${aliases.join(', ')}.`;

/** The name of the day that figures are of. */
export const AS_OF = 'As of';

/** @example asOfWords('3 November 2026') // => 'As of 3 November 2026' */
export const asOfWords = (day: string): string => `${AS_OF} ${day}`;
