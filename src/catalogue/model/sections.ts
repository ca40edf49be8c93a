/** The fixed order of a pattern page: five parts and the record, with sixteen sections. */

export interface Section {
	/** Place on the page; search, links and prose use it. */
	id: string;
	/** Title on the page, and of the heading that its prose has in the file. */
	title: string;
}

export interface Part {
	/** Place of the part; that of its first section, unless it opens with facts of its own. */
	id: string;
	title: string;
	sections: Section[];
}

const outline: [id: string, title: string, sections: [string, string][]][] = [
	[
		'fit',
		'Fit',
		[
			['fit', 'Fit'],
			['related', 'Related'],
		],
	],
	[
		'architecture',
		'Architecture',
		[
			['architecture', 'Architecture'],
			['connectors', 'Connectors'],
			['prompts', 'Prompts'],
			['starter', 'Starter'],
		],
	],
	[
		'risks',
		'Risks and controls',
		[
			['risks', 'Risk closure'],
			['controls', 'Controls'],
		],
	],
	[
		'evaluation',
		'Evaluation and metrics',
		[
			['evaluation', 'Evaluation'],
			['metrics', 'Metrics'],
			['telemetry', 'Telemetry'],
		],
	],
	[
		'rollout',
		'Rollout and support',
		[
			['rollout', 'Rollout gates'],
			['incident', 'Incident and rollback'],
			['skilling', 'Skilling'],
		],
	],
	[
		'record',
		'Record',
		[
			['used-by', 'Used by'],
			['changes', 'Change log'],
		],
	],
];

/** The parts with their sections. */
export const PARTS: readonly Part[] = outline.map(([id, title, sections]) => ({
	id,
	title,
	sections: sections.map(([sectionId, sectionTitle]) => ({ id: sectionId, title: sectionTitle })),
}));

/** All sections in order. */
export const SECTIONS: readonly Section[] = PARTS.flatMap(({ sections }) => sections);

const HEADINGS = new Map(SECTIONS.map((section) => [section.title, section]));

/** The section that a heading of the prose belongs to; undefined where it names none. */
export const sectionOfHeading = (heading: string): Section | undefined =>
	HEADINGS.get(heading.trim());
