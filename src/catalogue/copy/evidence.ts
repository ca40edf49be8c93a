/** Evidence packs: each as an archive, as JSON and as Markdown, and the list of all of them. */

import { packDocument, packsDocument } from '../export/evidence/document.ts';
import { dataFile, type Exporter, JSON_TYPE, json } from '../export/exporter.ts';
import { twinFile } from '../export/twin-file.ts';
import { packOf, packSubjects, packView } from '../judge/evidence/pack.ts';
import { apiFile, apiPath } from '../model/api-path.ts';
import { twinPath } from '../model/entry.ts';
import { parts } from '../model/reads.ts';
import { packsPages, packsSheet } from '../pages/evidence/list-sheet.ts';
import { packSheet } from '../pages/evidence/pack-sheet.ts';
import { EVIDENCE_JSON, packName, packPath, packZip } from '../pages/evidence/paths.ts';
import { MARKDOWN_TYPE } from '../print/markdown/address.ts';
import { sheetMarkdown } from '../print/markdown/page.ts';
import { evidenceOf, madePack } from './evidence/bundle.ts';

export const evidence: Exporter = {
	name: 'evidence',
	summary:
		'The evidence pack of each pattern and use case: an archive that anyone can check, JSON and Markdown.',
	*files(context) {
		const { catalogue } = context;
		yield dataFile(apiFile('evidence'), () => packsDocument(context));
		for (const page of packsPages(catalogue)) {
			const sheet = packsSheet(page, catalogue);
			yield twinFile(sheet.path, () => sheet, EVIDENCE_JSON, context);
		}
		for (const subject of parts(packSubjects(catalogue))) {
			const view = packView(catalogue);
			const pack = packOf(subject, view);
			if (!pack) continue;
			const name = packName(subject);
			if (pack.broken.length === 0) {
				yield {
					path: packZip(subject),
					type: 'application/zip',
					body: () => {
						const made = madePack(subject, context);
						if (made) return made.bytes;
						throw new Error(`${packZip(subject)} was listed but not made.`);
					},
				};
			}
			yield {
				path: apiFile(name),
				type: JSON_TYPE,
				body: async () => json(packDocument(pack, context, await evidenceOf(subject, context))),
			};
			yield {
				path: twinPath(packPath(subject)).slice(1),
				type: MARKDOWN_TYPE,
				body: async () => {
					const archive = await evidenceOf(subject, context);
					const sheet = packSheet(pack, catalogue, { archive });
					return `${sheetMarkdown(sheet, undefined, apiPath(name), context).markdown}\n`;
				},
			};
		}
	},
};
