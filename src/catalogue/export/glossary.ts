/** The glossary as JSON and Markdown: for tools, and for the script that shows a meaning in place. */
import { API_VERSION, type GlossaryDocument } from '#schemas/api.ts';
import { apiFile, apiPath, documentSchemaPath } from '../model/api-path.ts';
import type { ExportContext } from '../model/context.ts';
import { twinPath } from '../model/entry.ts';
import { GLOSSARY, glossaryTerms, termPath } from '../model/glossary.ts';
import { glossarySheet } from '../pages/glossary/sheet.ts';
import { MARKDOWN_TYPE } from '../print/markdown/address.ts';
import { sheetMarkdown } from '../print/markdown/page.ts';
import { type Exporter, JSON_TYPE, json } from './exporter.ts';

export const glossary: Exporter = {
	name: 'glossary',
	summary: 'What the words of the catalogue mean: JSON, Markdown.',
	*files(context) {
		yield { path: apiFile('glossary'), type: JSON_TYPE, body: () => json(glossaryJson(context)) };
		yield {
			path: twinPath(GLOSSARY).slice(1),
			type: MARKDOWN_TYPE,
			body: () =>
				`${sheetMarkdown(glossarySheet(context.catalogue), undefined, apiPath('glossary'), context).markdown}\n`,
		};
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
