/** The architecture of each pattern as a FINOS CALM document, and what CALM asks of each control. */

import { parts } from '../model/reads.ts';
import { checkCalm } from './calm/check.ts';
import { calmOf } from './calm/document.ts';
import { requirementOf, requirementPath } from './calm/requirement.ts';
import type { CalmDocument } from './calm/types.ts';
import { dataFile, type Exporter, json } from './exporter.ts';

export const calm: Exporter = {
	name: 'calm',
	summary:
		'The architecture of each pattern as a FINOS CALM 1.2 document, with its controls in place, for architecture tools.',
	*files({ catalogue, url }) {
		for (const entry of parts(catalogue.patterns.values())) {
			yield dataFile(`patterns/${entry.id}.calm.json`, () => sound(calmOf(entry, catalogue, url)));
		}
		for (const entry of parts(catalogue.controls.values())) {
			yield {
				path: requirementPath(entry.id).slice(1),
				type: 'application/schema+json; charset=utf-8',
				body: () => json(requirementOf(entry, url)),
			};
		}
	},
};

/** The rules refuse a drawing with loose ends, so a document that has one is a mistake of ours. */
function sound(document: CalmDocument): CalmDocument {
	const problems = checkCalm(document);
	if (problems.length > 0) throw new Error(`${document.$id}: ${problems.join(' ')}`);
	return document;
}
