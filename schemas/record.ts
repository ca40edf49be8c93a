/** Records: what was proven, measured, drilled, trained and decided. Only ever added to. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { example, moment, sha256, text } from './fields.ts';
import { decisionSchema } from './records/decision.ts';
import { evaluationSchema } from './records/evaluation.ts';
import { checkSchema, measurementSchema, spendSchema } from './records/measurement.ts';
import { buildSchema, drillSchema, evidenceSchema, trainingSchema } from './records/proof.ts';

/** One schema for each kind. A new kind is one line here. */
export const recordSchemas = {
	evaluation: evaluationSchema,
	build: buildSchema,
	evidence: evidenceSchema,
	drill: drillSchema,
	training: trainingSchema,
	measurement: measurementSchema,
	spend: spendSchema,
	check: checkSchema,
	decision: decisionSchema,
};
export type RecordKind = keyof typeof recordSchemas;

// Object.keys loses the literal types that the table has.
export const recordKinds = Object.keys(recordSchemas) as RecordKind[];

export const recordSchema = z.discriminatedUnion('kind', [
	evaluationSchema,
	buildSchema,
	evidenceSchema,
	drillSchema,
	trainingSchema,
	measurementSchema,
	spendSchema,
	checkSchema,
	decisionSchema,
]);
export type CatalogueRecord = z.output<typeof recordSchema>;
export type RecordOf<Kind extends RecordKind> = Extract<CatalogueRecord, { kind: Kind }>;

export const recordFileSchema = z.strictObject({
	example,
	bundle: z
		.strictObject({
			digest: sha256.describe('Digest of the bundle.'),
			made: moment.describe('When the pipeline made it.'),
			by: text(2, 120).describe('Pipeline or tool that made it.'),
		})
		.optional()
		.describe('The bundle that the records were imported from.'),
	records: z.array(recordSchema).min(1).describe('Records, oldest first. None is ever removed.'),
});
export type RecordFile = z.output<typeof recordFileSchema>;

/** Collections that a record can be about. */
export const recordSubjects = ['patterns', 'use-cases'] as const;
export type RecordSubject = (typeof recordSubjects)[number];

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Parts of the id of a record file: collection, subject, kind, and month, metric or bundle. */
export const RECORD_ID = new RegExp(
	`^(${recordSubjects.join('|')})/(${slug})/(${recordKinds.join('|')}|bundle)\\.(${slug})$`,
);

export const records = defineCollection({
	file: 'content/records/{id}.yaml',
	format: 'yaml',
	deep: true,
	idForm: {
		pattern: RECORD_ID,
		is: 'a collection, an id, a kind and a month, such as use-cases/service-desk/evidence.2026-10',
	},
	schema: recordFileSchema,
	singular: 'record file',
	plural: 'record files',
	about:
		'What was proven, measured, drilled, trained and decided. `npm run record` adds to it; nothing is ever removed.',
	pages: false,
	standalone: true,
});
