/** The exercises as Markdown, for those who teach and for agents. */
import { twinPath } from '../model/entry.ts';
import { parts } from '../model/reads.ts';
import { PRACTICE, practicePath } from '../pages/practice/paths.ts';
import { practiceIndex, practiceSheet } from '../pages/practice/sheet.ts';
import { MARKDOWN_TYPE } from '../print/markdown/address.ts';
import { sheetMarkdown } from '../print/markdown/page.ts';
import type { Exporter } from './exporter.ts';

export const practice: Exporter = {
	name: 'practice',
	summary: 'The exercises of each pattern with their answers, as Markdown.',
	*files(context) {
		const { catalogue } = context;
		yield {
			path: twinPath(PRACTICE).slice(1),
			type: MARKDOWN_TYPE,
			body: () =>
				`${sheetMarkdown(practiceIndex(catalogue), undefined, false, context).markdown}\n`,
		};
		for (const pattern of parts(catalogue.patterns.values())) {
			yield {
				path: twinPath(practicePath(pattern.id)).slice(1),
				type: MARKDOWN_TYPE,
				body: () =>
					`${sheetMarkdown(practiceSheet(pattern, catalogue), undefined, false, context).markdown}\n`,
			};
		}
	},
};
