/** The prose of a new pattern: a heading per section, each with what belongs there. */

import { fill } from '../model/marker.ts';
import { SECTIONS } from '../model/sections.ts';

/** Sections that an author writes prose for, and what a reader expects of it. */
const PROSE = new Map([
	['fit', 'Where it is worthwhile and where it is not, and what to try before a model'],
	['architecture', 'Why it is built this way, and which alternative you rejected'],
	[
		'connectors',
		'What it needs from each system, what it does not touch, and what happens when one is down',
	],
	[
		'prompts',
		'What the prompt defines by facts, when the model declines to answer, and what a team can change',
	],
	['risks', 'Which risk is most likely, which is hardest to notice, and what remains'],
	['controls', 'Which controls do most of the work here, and what goes wrong with them'],
	['evaluation', 'What the labelled set covers, and how to read a run'],
	['telemetry', 'Which fields are added to the common contract, and which questions they answer'],
	['incident', 'Who turns it off, what happens to the work then, and what you correct afterwards'],
	['metrics', 'Which number shows the outcome, and how the numbers can mislead'],
	['rollout', 'What the pilot must show before a second team uses it'],
	['skilling', 'What people practise on live work, and what they learn to judge'],
]);

export function patternBody(): string {
	return SECTIONS.flatMap(({ id, title }) => {
		const expected = PROSE.get(id);
		return expected ? [`## ${title}\n\n${fill(expected)}\n`] : [];
	}).join('\n');
}
