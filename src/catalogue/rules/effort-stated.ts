/** A pattern that teams can choose says what a team needs to start. */
import type { Rule } from '../model/rule.ts';

/** What a draft may still leave open, and what was withdrawn no longer needs. */
const SILENT: ReadonlySet<string> = new Set(['draft', 'withdrawn']);

export const effortStated: Rule = {
	id: 'effort-stated',
	phase: 'policy',
	severity: 'error',
	summary:
		'Once proposed, a pattern states the people, weeks and data that a team needs, and the smallest safe start.',
	why: 'A team chooses a pattern by what it costs to begin. If the page does not say, teams find out in week six that nobody can label the cases.',
	source: 'Project brief, section 6, patterns that teams can adopt',
	*check({ patterns }) {
		for (const entry of patterns.values()) {
			if (entry.data.effort || SILENT.has(entry.data.status)) continue;
			yield {
				entry,
				path: [],
				message: 'it does not say what a team needs to start.',
				fix: 'Add `effort` with people, weeks, data and start.',
			};
		}
	},
};
