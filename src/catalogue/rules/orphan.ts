/** An entry nobody cites helps nobody: a warning, not an error. */
import { collections } from '#schemas/index.ts';
import { hasAnyRefused } from '../model/refused.ts';
import type { Rule } from '../model/rule.ts';

export const orphan: Rule = {
	id: 'orphan',
	phase: 'policy',
	severity: 'warning',
	summary: 'Controls, risks, metrics, connectors, models, roles and prompts are cited somewhere.',
	why: 'What nothing cites is out of sight: nobody reviews it, and a pattern that should cite it may have been missed.',
	source: 'Domain rule 23',
	example: {
		in: 'controls',
		given: [{ in: 'risks', id: 'drift', data: 'title: Drift' }],
		fails: 'mitigates: [leak]',
		passes: 'mitigates: [leak, drift]',
	},
	*check(catalogue) {
		const { all, linksTo } = catalogue;
		// What was not accepted may be what cites it: one mistake, one message.
		if (hasAnyRefused(catalogue)) return;
		for (const map of Object.values(all)) {
			for (const entry of map.values()) {
				const spec = collections[entry.collection];
				if (spec.standalone || linksTo(entry).length > 0) continue;
				const message = `nothing cites the ${spec.singular} "${entry.id}".`;
				yield { entry, path: [], message, fix: 'Cite it where it applies, or withdraw it.' };
			}
		}
	},
};
