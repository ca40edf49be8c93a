/** The prose of a new pattern: a heading per section, each with what belongs there. */

import { fill } from '../model/marker.ts';
import { SECTIONS } from '../model/sections.ts';

/** Sections that an author writes prose for, and what a reader expects of it. */
const PROSE = new Map([
	['fit', 'Where it pays and where it does not, and what to look at before the model'],
	['architecture', 'Why it has this shape, and which other shape was given up'],
	[
		'connectors',
		'What it needs of each system, what it leaves alone, and what happens when one is down',
	],
	['prompts', 'What the prompt defines by facts, how it abstains, and what a team may change'],
	['risks', 'Which risk is the likely one, which the quiet one, and what is left'],
	['controls', 'Which controls do most of the work here, and what goes wrong with them'],
	['evaluation', 'What the labelled set covers, and how to read a run'],
	['telemetry', 'Which fields are added to the common contract, and what they answer'],
	['incident', 'Who turns it off, what happens to the work then, and what you correct afterwards'],
	['metrics', 'Which number shows the outcome, and how the numbers mislead'],
	['rollout', 'What the pilot must show before a second team takes it up'],
	['skilling', 'What people practise on live work, and what they learn to judge'],
]);

export function patternBody(): string {
	return SECTIONS.flatMap(({ id, title }) => {
		const expected = PROSE.get(id);
		return expected ? [`## ${title}\n\n${fill(expected)}\n`] : [];
	}).join('\n');
}
