/** What a printer needs beside the words: where on the site they are. */
import type { ExportContext } from '../model/context.ts';

/** Where on the site the printed words are: the path of their page. */
export interface Place extends ExportContext {
	path: string;
}
