/** An entry nobody cites helps nobody: a warning, not an error. */
import { collections } from '#schemas/index.ts';
import { hasAnyRefused } from '../model/refused.ts';
import type { Rule } from '../model/rule.ts';

export const orphan: Rule = {
	id: 'orphan',
	phase: 'policy',
	severity: 'warning',
	summary: 'Controls, risks, metrics, connectors, models, roles and prompts are cited somewhere.',
	why: 'If nothing refers to an entry, nobody reviews it. A pattern that should use it may be missing it.',
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
				const message = `no entry refers to the ${spec.singular} "${entry.id}".`;
				yield { entry, path: [], message, fix: 'Refer to it where it applies, or withdraw it.' };
			}
		}
	},
};
