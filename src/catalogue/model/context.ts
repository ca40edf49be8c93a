/** What a page, a printer or an exporter is given. */
import type { SiteUrl } from './address.ts';
import type { Artefacts } from './artefacts.ts';
import type { Catalogue } from './catalogue.ts';

export interface ExportContext {
	catalogue: Catalogue;
	url: SiteUrl;
	artefacts: Artefacts;
	/**
	 * Gives a small value as an earlier build made it, where nothing that it was made of has changed.
	 * Without it every value is made anew. Keep what JSON gives back as it was.
	 */
	recall?: Recall;
}

export type Recall = <Value>(name: string, make: () => Promise<Value>) => Promise<Value>;
