/** A metric: one comparable measure, the same wherever it is used. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { changes, itemOf, published, ref, text } from './fields.ts';
import * as words from './vocabularies.ts';
import { ANY, row, type Weighing } from './weighing.ts';

export const metricSchema = z.strictObject({
	...published,
	dimension: words.metricDimension.schema
		.describe('Which of the five dimensions it belongs to.')
		.meta({ label: 'Dimension' }),
	unit: text(1, 40)
		.describe('Unit of every value, such as "% of sessions".')
		.meta({ label: 'Unit' }),
	symbol: text(1, 8).optional().describe('Short unit shown after a number, such as % or s.'),
	direction: words.metricDirection.schema
		.describe('Which way is better.')
		.meta({ label: 'Direction' }),
	formula: text(10, 300)
		.describe('How it is computed, with numerator, denominator and period.')
		.meta({ label: 'Formula', section: 'formula' }),
	source: text(5, 160)
		.describe('System, record or event it is read from.')
		.meta({ label: 'Read from' }),
	signals: z
		.array(
			z.strictObject({
				framework: ref('frameworks').describe('Framework that names the signal.'),
				item: itemOf('framework').describe('Name of the signal in that framework.'),
			}),
		)
		.default([])
		.describe('Telemetry names it is calculated from.')
		.meta({ label: 'Telemetry it is calculated from', section: 'signals' }),
	measure: z
		.array(text(10, 240))
		.min(2)
		.describe('Steps to measure it, in order.')
		.meta({ label: 'How to measure it', section: 'measure' }),
	thresholds: z
		.array(
			z.strictObject({
				stage: words.stage.schema.describe('Stage.'),
				good: text(5, 160).describe('What good looks like at that stage, and why.'),
			}),
		)
		.default([])
		.describe('What good looks like by stage.')
		.meta({ label: 'What good looks like', section: 'thresholds' }),
	misread: z
		.array(text(10, 240))
		.min(1)
		.describe('How it misleads, and what to compare it with.')
		.meta({ label: 'How it misleads', section: 'misread' }),
	readWith: z
		.array(ref('metrics'))
		.default([])
		.describe('Metrics to compare it with.')
		.meta({ label: 'Compare with' }),
	changes: changes.optional(),
});
export type Metric = z.output<typeof metricSchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	...['formula', 'unit', 'direction'].map((field) =>
		row(field, ANY, 'major', 'Values before and after cannot be compared.'),
	),
	...['source', 'signals', 'thresholds', 'dimension'].map((field) =>
		row(field, ANY, 'minor', 'Teams must look at their values again.'),
	),
];

export const metrics = defineCollection({
	file: 'content/metrics/{id}.mdx',
	format: 'mdx',
	schema: metricSchema,
	breaking,
	singular: 'metric',
	plural: 'metrics',
	about: 'A comparable measure: one formula, one unit, one direction, wherever it is used.',
	pages: true,
	nav: { footer: 'use' },
	counted: true,
});
