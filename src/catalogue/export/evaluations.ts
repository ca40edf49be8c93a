/** Every evaluation run as Markdown and as JSON, at the address of its page. */

import { API_VERSION, type EvaluationDocument } from '#schemas/api.ts';
import type { Subject } from '../judge/records/kept.ts';
import { apiFile, apiPath, documentSchemaPath } from '../model/api-path.ts';
import type { ExportContext } from '../model/context.ts';
import { parts } from '../model/reads.ts';
import { runsOf } from '../pages/evaluation/runs.ts';
import { evaluationSheet } from '../pages/evaluation/sheet.ts';
import type { Run } from '../pages/evaluation/trend.ts';
import { sectionsOf } from '../print/json.ts';
import { dataFile, type Exporter } from './exporter.ts';
import { twinFile } from './twin-file.ts';

/** Name of the document of a run, as `apiFile` and `apiPath` take it. */
export const runName = ({ collection, id }: Pick<Subject, 'collection' | 'id'>, run: number) =>
	`evaluations/${collection}/${id}/${run}`;

export const evaluations: Exporter = {
	name: 'evaluations',
	summary: 'Every evaluation run with its counts, intervals and verdicts: JSON and Markdown.',
	*files(context) {
		const { catalogue } = context;
		const subjects: Iterable<Subject>[] = [
			catalogue.patterns.values(),
			catalogue['use-cases'].values(),
		];
		for (const list of subjects) {
			for (const subject of parts(list)) {
				for (const run of runsOf(subject, catalogue)) {
					const name = runName(subject, run.record.run);
					yield dataFile(apiFile(name), () => runJson(subject, run, context));
					const sheet = evaluationSheet(subject, run, catalogue);
					yield twinFile(sheet.path, () => sheet, apiPath(name), context);
				}
			}
		}
	},
};

/** A run as a document of the API, with the sections of its page. */
function runJson(subject: Subject, run: Run, context: ExportContext): EvaluationDocument {
	const { catalogue, url } = context;
	const sheet = evaluationSheet(subject, run, catalogue);
	return {
		$schema: url(documentSchemaPath('evaluation')),
		api: API_VERSION,
		page: url(sheet.path),
		subject: { collection: subject.collection, id: subject.id },
		...(sheet.example && { example: sheet.example }),
		result: sheet.block?.stamp && 'says' in sheet.block.stamp ? sheet.block.stamp.label : '',
		record: run.record,
		sections: sectionsOf(sheet, undefined, context),
	};
}
