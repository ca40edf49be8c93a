/** References name the edition of a framework that is in force. */
import { referencesOf } from '../model/references.ts';
import type { Rule } from '../model/rule.ts';

export const frameworkEdition: Rule = {
	id: 'framework-edition',
	phase: 'structure',
	severity: 'warning',
	summary: 'An entry cites the newest edition of a framework.',
	why: 'Editions reuse numbers: the same id can mean another risk a year later. A reader who looks it up finds the wrong one.',
	source: 'Domain rule 20; OWASP LLM Top 10, editions 2025 and 2026',
	example: {
		in: 'frameworks',
		given: [
			{
				in: 'controls',
				data: 'frameworks: [{ framework: rules-2026, item: R1, relation: meets }]',
			},
		],
		fails: 'status: superseded',
		passes: 'status: current',
	},
	*check({ all, frameworks }) {
		for (const map of Object.values(all)) {
			for (const entry of map.values()) {
				if (entry.collection === 'frameworks') continue;
				for (const { kind, to, id, path } of referencesOf(entry)) {
					if (kind !== 'id' || to !== 'frameworks') continue;
					const cited = frameworks.get(id)?.data;
					if (cited?.status !== 'superseded') continue;
					const newer = cited.supersededBy;
					const message = `"${id}" is superseded${newer ? ` by "${newer}"` : ''}.`;
					const fix = newer
						? `Cite the item of "${newer}" that means the same; its number may differ.`
						: 'Cite the edition that is in force.';
					yield { entry, path, message, fix };
				}
			}
		}
	},
};
