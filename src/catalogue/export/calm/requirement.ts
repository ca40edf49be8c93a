/**
 * What CALM asks of a use of a control, as the JSON Schema of its configuration. Tools of CALM load
 * it from the `requirement-url` and hold the configuration to it, so the page of the control would
 * not do.
 */

import { codification, evidenceKind } from '#schemas/vocabularies.ts';
import type { SiteUrl } from '../../model/address.ts';
import type { Entry } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';

/** Path of the schema from the root of the site. */
export const requirementPath = (control: string): string => `/controls/${control}.requirement.json`;

export function requirementOf({ id, collection, data }: Entry<'controls'>, url: SiteUrl): object {
	const text = { type: 'string', minLength: 1 };
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: url(requirementPath(id)),
		title: data.title,
		description: data.summary,
		type: 'object',
		properties: {
			'control-id': { const: id },
			name: text,
			description: { ...text, description: 'How this control is met here, with its thresholds.' },
			page: { const: url(entryPath({ collection, id })) },
			codifiedIn: { enum: codification.values },
			file: { ...text, description: 'File or setting where it is set up.' },
			evidence: {
				type: 'object',
				properties: {
					kind: { enum: evidenceKind.values },
					source: text,
					date: { ...text, description: 'Day of the newest item; missing if there is none.' },
				},
				required: ['kind', 'source'],
				additionalProperties: false,
			},
		},
		required: ['control-id', 'name', 'description', 'page', 'codifiedIn', 'evidence'],
		additionalProperties: false,
	};
}
