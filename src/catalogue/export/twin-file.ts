/** A page that is of no entry, such as the portfolio, as Markdown. */
import type { ExportContext } from '../model/context.ts';
import { twinPath } from '../model/entry.ts';
import type { Sheet } from '../pages/page.ts';
import { MARKDOWN_TYPE } from '../print/markdown/address.ts';
import { sheetMarkdown } from '../print/markdown/page.ts';
import type { ExportFile } from './exporter.ts';

/**
 * @param path of the page
 * @param json path of the same as data, where there is one
 */
export const twinFile = (
	path: string,
	sheet: () => Sheet,
	json: string | false,
	context: ExportContext,
): ExportFile => ({
	path: twinPath(path).slice(1),
	type: MARKDOWN_TYPE,
	body: () => `${sheetMarkdown(sheet(), undefined, json, context).markdown}\n`,
});
