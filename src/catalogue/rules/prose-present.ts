/** A pattern and a guide have prose, and every heading has text under it. */
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { readBody } from '../read/prose/body.ts';
import { ofEntry } from './of-entry.ts';

export const prosePresent: Rule = {
	id: 'prose-present',
	phase: 'structure',
	severity: 'error',
	keeps: true,
	summary: 'A pattern and a guide have prose, and every heading has text under it.',
	why: 'The fields say what was decided, and the prose says why. If the prose is lost in a merge, the page looks complete and explains nothing.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'patterns',
		part: 'body',
		fails: '## Controls\n\n## Evaluation\n',
		passes: '## Controls\n\nThe log is kept for a year, since a complaint may take that long.\n',
	},
	*check({ all, patterns, guides }, cache) {
		for (const entry of [...patterns.values(), ...guides.values()]) {
			yield* ofEntry('prose-present', entry, cache, () => emptyIn(entry));
		}
		for (const map of Object.values(all)) {
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries) if (entry.headings.length > 0) yield* bareHeadings(entry);
		}
	},
};

function* emptyIn(entry: Entry): Generator<Problem> {
	const { passages, images, code } = readBody(entry);
	const says = passages.some(({ heading, text }) => !heading && /\p{L}/u.test(text));
	// A picture or a block of code alone is content: it tells what the data cannot.
	if (says || images.length > 0 || code.length > 0) return;
	const severity = 'status' in entry.data && entry.data.status === 'draft' ? 'warning' : 'error';
	yield {
		entry,
		spot: { line: entry.bodyLine, column: 1 },
		severity,
		message: entry.headings.length > 0 ? 'the prose has only headings.' : 'there is no prose.',
		fix: 'Write what the fields cannot say: why it is built this way, and what to watch for.',
	};
}

/** Headings with nothing before the next of their level, or before the end. */
function* bareHeadings(entry: Entry): Generator<Problem> {
	const lines = entry.source.split('\n');
	for (const [index, { depth, text, line, column }] of entry.headings.entries()) {
		const next = entry.headings[index + 1];
		if (next && next.depth > depth) continue;
		const between = lines.slice(line, next ? next.line - 1 : undefined).join('\n');
		// The line under a heading of the other spelling is part of it.
		if (/[^\s=-]/.test(between)) continue;
		yield {
			entry,
			spot: { line, column },
			severity: 'warning',
			message: `the heading "${text}" has no text under it.`,
			fix: 'Write the text, or delete the heading.',
		};
	}
}
