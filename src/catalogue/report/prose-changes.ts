/** What changed in the prose of an entry, or in the template of a prompt. */
import { collections } from '#schemas/index.ts';
import type { Entry } from '../model/catalogue.ts';
import { wordDiff } from '../words/word-diff.ts';
import type { Change } from './report.ts';
import { clip } from './words.ts';

/** Changes of the prose by section, or of a template as a whole. */
export function proseChanges(before: Entry, after: Entry): Change[] {
	if (before.body === after.body) return [];
	const correction = {
		impact: 'patch',
		because: 'Read it: only a person can judge wording.',
	} as const;
	if (collections[after.collection].format === 'prompt') {
		const diff = wordDiff(before.body, after.body);
		return diff.hunks.length > 0 ? [{ text: 'Prompt text changed', ...diff, ...correction }] : [];
	}
	const [old, now] = [sections(before.body), sections(after.body)];
	return [...new Set([...old.keys(), ...now.keys()])].flatMap((heading) => {
		const name = heading ? `Prose under “${heading}”` : 'Opening prose';
		const [from, to] = [old.get(heading), now.get(heading)];
		if (from === undefined)
			return [{ text: `${name} added: ${clip(to ?? '', 160)}`, ...correction }];
		if (to === undefined) return [{ text: `${name} removed`, ...correction }];
		const diff = wordDiff(from, to);
		return diff.hunks.length > 0 ? [{ text: `${name} reworded`, ...diff, ...correction }] : [];
	});
}

/** The text under each h2, that before the first under an empty heading. */
function sections(body: string): Map<string, string> {
	const [opening = '', ...rest] = body.split(/^## /m);
	const found = new Map(opening.trim() ? [['', opening]] : []);
	for (const part of rest) {
		const [heading = '', ...lines] = part.split('\n');
		found.set(heading.trim(), lines.join('\n'));
	}
	return found;
}
