/** The register of a pattern: what changes without a new approval, kept beside what is approved. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { aliases, changes, declared, example, owner, ref, reviewed } from './fields.ts';
import { stageNames } from './stage-names.ts';
import * as words from './vocabularies.ts';

/** The fields of a pattern that are written in its register; no approval is bound to them. */
export const upkeep = {
	example,
	aliases,
	status: declared,
	owner,
	reviewed,
	stage: words.stage.schema
		.describe('Stage that the pattern as a whole has reached. Each use case has its own stage.')
		.meta({ label: stageNames.pattern }),
	successor: ref('patterns').optional().describe('Pattern to move to, if this one is deprecated.'),
	changes,
};

export const registerSchema = z.strictObject(upkeep);
export type Register = z.output<typeof registerSchema>;

export const registers = defineCollection({
	file: 'patterns/{id}/register.yaml',
	format: 'yaml',
	joins: 'patterns',
	schema: registerSchema,
	singular: 'register',
	plural: 'registers',
	about:
		'The upkeep of a pattern: its owner, state, stage, review and change log. You can change it without a new approval.',
	pages: false,
	standalone: true,
});
