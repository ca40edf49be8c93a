/** The exercises as Markdown, for those who teach and for agents. */

import { parts } from '../model/reads.ts';
import { PRACTICE, practicePath } from '../pages/practice/paths.ts';
import { practiceIndex, practiceSheet } from '../pages/practice/sheet.ts';
import type { Exporter } from './exporter.ts';
import { twinFile } from './twin-file.ts';

export const practice: Exporter = {
	name: 'practice',
	summary: 'The exercises of each pattern with their answers, as Markdown.',
	*files(context) {
		const { catalogue } = context;
		yield twinFile(PRACTICE, () => practiceIndex(catalogue), false, context);
		for (const pattern of parts(catalogue.patterns.values())) {
			const sheet = () => practiceSheet(pattern, catalogue);
			yield twinFile(practicePath(pattern.id), sheet, false, context);
		}
	},
};
