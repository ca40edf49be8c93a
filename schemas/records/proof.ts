/** Records that prove controls: builds of the starter, evidence, drills and training. */
import { z } from 'zod';
import { ref, sha256, text } from '../fields.ts';
import * as words from '../vocabularies.ts';
import { common, subjectVersion } from './common.ts';

const fileDigest = z.strictObject({
	path: text(3, 160).describe('Path of the file in the starter.'),
	digest: sha256.describe('SHA-256 of the file.'),
});

/** The tests of a control passed in the starter. Our release pipeline records it. */
export const buildSchema = z.strictObject({
	kind: z.literal('build').describe('The tests of a control passed in the starter.'),
	...common,
	control: ref('controls').describe('Control that it proves, by its id.'),
	module: fileDigest.describe('File that implements the control.'),
	test: fileDigest.describe('File that tests it.'),
	passed: z.int().min(1).describe('Tests that passed.'),
});
export type Build = z.output<typeof buildSchema>;

/** Evidence that a control works, of one of the kinds that the control asks for. */
export const evidenceSchema = z.strictObject({
	kind: z.literal('evidence').describe('Evidence that a control works.'),
	...common,
	of: subjectVersion,
	control: ref('controls').describe('Control that it proves, by its id.'),
	evidence: words.evidenceKind.schema.describe('Kind of evidence.'),
	what: text(5, 240).describe('What it shows, in one sentence.'),
	file: sha256.optional().describe('SHA-256 of the original, if it is a file.'),
});
export type Evidence = z.output<typeof evidenceSchema>;

/** A drill: something was rehearsed, and took so long. */
export const drillSchema = z.strictObject({
	kind: z.literal('drill').describe('A drill.'),
	...common,
	of: subjectVersion,
	controls: z.array(ref('controls')).min(1).describe('Controls that were rehearsed.'),
	what: words.drill.schema.describe('What was rehearsed.'),
	minutes: z.number().min(0).describe('Minutes that it took.'),
	allowed: z.number().min(0).optional().describe('Minutes that the playbook allows.'),
	result: words.drillResult.schema.describe('Whether it worked.'),
	learned: text(5, 240).optional().describe('What will be changed after it.'),
});
export type Drill = z.output<typeof drillSchema>;

/** Training that a role has finished. */
export const trainingSchema = z
	.strictObject({
		kind: z.literal('training').describe('Training that a role has finished.'),
		...common,
		of: subjectVersion,
		role: ref('roles').describe('Role.'),
		trained: z.int().min(0).describe('People in the role who finished.'),
		people: z.int().min(1).describe('People in the role.'),
		covers: z.array(words.trainingTopic.schema).min(1).describe('What the training covered.'),
	})
	.refine(({ trained, people }) => trained <= people, {
		error: 'is larger than the number of people.',
		path: ['trained'],
	});
export type Training = z.output<typeof trainingSchema>;
