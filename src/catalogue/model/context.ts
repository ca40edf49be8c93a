/** What a page, a printer or an exporter is given. */
import type { SiteUrl } from './address.ts';
import type { Artefacts } from './artefacts.ts';
import type { Catalogue } from './catalogue.ts';

export interface ExportContext {
	catalogue: Catalogue;
	url: SiteUrl;
	artefacts: Artefacts;
}
