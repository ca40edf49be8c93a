/** The glossary as JSON and Markdown: for tools, and for the script that shows a meaning in place. */

import { API_VERSION, type GlossaryDocument } from '#schemas/api.ts';
import { apiFile, apiPath, documentSchemaPath } from '../model/api-path.ts';
import type { ExportContext } from '../model/context.ts';
import { GLOSSARY, glossaryTerms, termPath } from '../model/glossary.ts';
import { glossarySheet } from '../pages/glossary/sheet.ts';
import { dataFile, type Exporter } from './exporter.ts';
import { twinFile } from './twin-file.ts';

export const glossary: Exporter = {
	name: 'glossary',
	summary: 'What the words of the catalogue mean: JSON, Markdown.',
	*files(context) {
		yield dataFile(apiFile('glossary'), () => glossaryJson(context));
		const sheet = () => glossarySheet(context.catalogue);
		yield twinFile(GLOSSARY, sheet, apiPath('glossary'), context);
	},
};

const glossaryJson = ({ catalogue, url }: ExportContext): GlossaryDocument => ({
	$schema: url(documentSchemaPath('glossary')),
	api: API_VERSION,
	page: url(GLOSSARY),
	terms: glossaryTerms(catalogue).map(({ id, term, otherNames, definition }) => ({
		id,
		term,
		otherNames,
		definition,
		page: url(termPath(id)),
	})),
});
