/** The fixed order of a pattern page: five parts, sixteen sections, always the same numbers. */

export interface Section {
	id: string;
	number: number;
	title: string;
}

export interface Part {
	id: string;
	title: string;
	purpose: string;
	sections: Section[];
}

const outline: [id: string, title: string, purpose: string, sections: [string, string][]][] = [
	['decide', 'Decide', 'Is this the right pattern, and should it be AI at all?', [['fit', 'Fit']]],
	[
		'build',
		'Build',
		'What you assemble, what you connect, what you copy.',
		[
			['architecture', 'Architecture'],
			['connectors', 'Connectors'],
			['prompts', 'Prompts'],
			['starter', 'Starter'],
		],
	],
	[
		'assure',
		'Assure',
		'What could go wrong, what answers it, and how anyone can check.',
		[
			['risks', 'Risk closure'],
			['controls', 'Controls'],
			['evaluation', 'Evaluation'],
			['telemetry', 'Telemetry'],
			['incident', 'Incident and rollback'],
		],
	],
	[
		'run',
		'Run',
		'How it earns its place, grows and is understood.',
		[
			['metrics', 'Metrics'],
			['rollout', 'Rollout gates'],
			['skilling', 'Skilling'],
		],
	],
	[
		'record',
		'Record',
		'Who uses it, what stands beside it, what changed.',
		[
			['used-by', 'Used by'],
			['related', 'Related'],
			['changes', 'Change log'],
		],
	],
];

let number = 0;

/** The parts with their numbered sections. */
export const PARTS: readonly Part[] = outline.map(([id, title, purpose, sections]) => ({
	id,
	title,
	purpose,
	sections: sections.map(([sectionId, sectionTitle]) => {
		number += 1;
		return { id: sectionId, number, title: sectionTitle };
	}),
}));

/** All sections in order. */
export const SECTIONS: readonly Section[] = PARTS.flatMap(({ sections }) => sections);

const HEADINGS = new Map(SECTIONS.map((section) => [section.title, section]));

/** The section that a heading of the prose belongs to; undefined where it names none. */
export const sectionOfHeading = (heading: string): Section | undefined =>
	HEADINGS.get(heading.trim());
