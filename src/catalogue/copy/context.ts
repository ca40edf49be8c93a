/** A catalogue at its address, with what can be taken from it: what pages and exporters are given. */
import type { SiteUrl } from '../model/address.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { downloadsOf, starterBundle } from './bundle.ts';
import { evidenceOf } from './evidence/bundle.ts';
import { promptFormats } from './prompt-formats.ts';

/** Starters, archives and prompts are made when they are first asked for, once per catalogue. */
export function contextOf(catalogue: Catalogue, url: SiteUrl): ExportContext {
	const context: ExportContext = {
		catalogue,
		url,
		artefacts: {
			starter: (pattern) => starterBundle(pattern, context),
			archives: (pattern) => downloadsOf(pattern, context),
			promptFiles: (prompt) => promptFormats(prompt, context),
			evidence: (subject) => evidenceOf(subject, context),
		},
	};
	return context;
}
