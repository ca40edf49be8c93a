/** The logo of the organisation, as it is published. */
import { BRAND_FOLDER } from '#schemas/organisation.ts';
import type { Catalogue, Picture } from './graph.ts';
import { folderAt } from './noted.ts';

/** The logo; undefined where none is set, or where its file is not sound. */
export function logoOf(catalogue: Catalogue): Picture | undefined {
	const name = catalogue.organisation.brand?.logo;
	if (!name) return undefined;
	const file = BRAND_FOLDER + name;
	const folder = BRAND_FOLDER.replace(/\/$/, '');
	return folderAt(folder, catalogue).assets.find((asset) => asset.file === file)?.picture;
}
