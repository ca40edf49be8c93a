/** Nothing leaves the draft with a marker in it that somebody meant to replace. */

import { collections } from '#schemas/index.ts';
import { patternOf } from '../judge/waivers.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { leftoverIn, type Marker, markersIn } from '../model/marker.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { readBody } from '../read/prose/body.ts';
import { textsOf } from '../read/prose/fields.ts';
import { ofEntry } from './of-entry.ts';

export const toFill: Rule = {
	id: 'to-fill',
	phase: 'structure',
	severity: 'error',
	keeps: true,
	summary: 'A draft can contain `FILL:` markers. A proposed entry contains none.',
	why: 'A new entry starts with markers for what only its author knows. If one is overlooked, it is read, approved and sent to a model like any other text.',
	source: 'Our own rule',
	example: {
		in: 'patterns',
		fails: 'fit: "FILL: who it is for, in one sentence"',
		passes: 'fit: It fits a team that reads too much.',
	},
	*check(catalogue, cache) {
		for (const map of Object.values(catalogue.all)) {
			for (const entry of map.values()) {
				// How much it weighs follows from the status, which may be that of its pattern.
				const severity = statusOf(entry, catalogue) === 'draft' ? 'warning' : 'error';
				const found = ofEntry('to-fill', entry, cache, () => problemsOf(entry));
				for (const problem of found) yield { ...problem, severity };
			}
		}
	},
};

function* problemsOf(entry: Entry): Generator<Problem> {
	for (const { file, source } of [entry, ...(entry.beside ? [entry.beside] : [])]) {
		for (const marker of markersIn(source)) {
			const { line, column, endColumn, expected } = marker;
			const spot = { line, column, endLine: line, endColumn };
			const message = `still to fill: ${expected.slice(0, 240) || 'the marker does not say what'}.`;
			yield { entry, file, spot, message, fix: remedy(marker) };
		}
	}
	yield* leftoversOf(entry);
}

const HINT = /lorem|to be |TODO|TB[DC]|FIXME|XXX/i;

/** Texts that only hold a place, such as "TODO" or "Lorem ipsum". Test cases may well say so. */
function* leftoversOf(entry: Entry): Generator<Problem> {
	if (entry.collection === 'cases') return;
	const fix = 'Write the text, or delete it.';
	const message = (words: string) => `"${words}" is only a placeholder.`;
	for (const { path, text } of textsOf(entry)) {
		const words = leftoverIn(text);
		if (words) yield { entry, path, message: message(words), fix };
	}
	// Most prose holds no such word, and need not be read again.
	if (collections[entry.collection].format !== 'mdx' || !HINT.test(entry.body)) return;
	for (const { text, line, column, runs, heading } of readBody(entry).passages) {
		// In a cell it may be the honest answer.
		const words = runs || heading ? leftoverIn(text) : undefined;
		if (words) yield { entry, spot: { line, column }, message: message(words), fix };
	}
}

/** Its own, or that of the pattern it stands in: prompts and cases have none. */
function statusOf(entry: Entry, catalogue: Catalogue): string | undefined {
	if ('status' in entry.data && entry.data.status) return entry.data.status;
	return patternOf(entry, catalogue)?.data.status;
}

const remedy = ({ isComment }: Marker) =>
	isComment
		? 'Correct the value before or below it, then delete the comment.'
		: 'Write it instead of the marker.';
