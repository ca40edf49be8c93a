/** Where the evidence packs are: the list, a page for each, and each as an archive. */
import type { Subject } from '../../judge/records/kept.ts';
import { apiPath } from '../../model/api-path.ts';

export const EVIDENCE = '/evidence/';
export const EVIDENCE_JSON = apiPath('evidence');

type Named = Pick<Subject, 'collection' | 'id'>;

/** Page of the pack of a pattern or use case. */
export const packPath = ({ collection, id }: Named): string => `${EVIDENCE}${collection}/${id}/`;

/** Name of the document of a pack, as `apiFile` and `apiPath` take it. */
export const packName = ({ collection, id }: Named): string => `evidence/${collection}/${id}`;

/** Name of the folder in the archive, and of the archive itself. */
export const packFolder = ({ id }: Named): string => `${id}-evidence`;

/** Path of the archive under the site, without a leading slash. */
export const packZip = (subject: Named): string =>
	`${packPath(subject).slice(1)}${packFolder(subject)}.zip`;

/** Packs in one table; there are more pages beyond that. */
export const MOST_PACKS = 40;

/** A page of the list: of use cases, or of patterns. */
export const listPath = (of: Subject['collection'], page = 1): string => {
	const start = of === 'use-cases' ? EVIDENCE : `${EVIDENCE}${of}/`;
	return page === 1 ? start : `${start}page/${page}/`;
};
