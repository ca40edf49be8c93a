/** The maturity check as JSON and Markdown: the questions, and what the catalogue answers. */

import { API_VERSION, type MaturityDocument } from '#schemas/api.ts';
import { apiFile, documentSchemaPath } from '../model/api-path.ts';
import type { ExportContext } from '../model/context.ts';
import { MATURITY, MATURITY_JSON, maturitySheet, maturityView } from '../pages/maturity/sheet.ts';
import { sectionsOf } from '../print/json.ts';
import { dataFile, type Exporter } from './exporter.ts';
import { twinFile } from './twin-file.ts';

export const maturity: Exporter = {
	name: 'maturity',
	summary: 'The maturity check with what the catalogue answers itself: JSON, Markdown.',
	*files(context) {
		yield dataFile(apiFile('maturity'), () => maturityJson(context));
		const sheet = () => maturitySheet(context.catalogue);
		yield twinFile(MATURITY, sheet, MATURITY_JSON, context);
	},
};

export function maturityJson(context: ExportContext): MaturityDocument {
	const { catalogue, url } = context;
	const sheet = maturitySheet(catalogue);
	const { level, levels } = maturityView(catalogue);
	return {
		$schema: url(documentSchemaPath('maturity')),
		api: API_VERSION,
		page: url(sheet.path),
		asOf: catalogue.today,
		...(sheet.example && { example: sheet.example }),
		level,
		levels: levels.map(({ number, name, means, questions }) => ({
			level: number,
			name,
			means,
			questions: questions.map(({ id, text, answer, next, who, effort }) => ({
				id,
				text,
				answeredBy: answer ? ('catalogue' as const) : ('reader' as const),
				...(answer && { yes: answer.yes, says: answer.says, source: url(answer.path) }),
				next,
				who,
				effort,
			})),
		})),
		sections: sectionsOf(sheet, undefined, context),
	};
}
