/** What a page is given: the catalogue at its address, with what can be taken from it. */
import { contextOf } from '#catalogue/copy/context.ts';
import type { Artefacts } from '#catalogue/model/artefacts.ts';
import type { ExportContext } from '#catalogue/model/context.ts';
import { getCatalogue } from './catalogue.ts';
import { absolute } from './urls.ts';

/** Pages are bundled apart from the configuration; a registered symbol is what the two share. */
const SHARED = Symbol.for('ai-pattern-catalogue.packed');
type Packed = Pick<Artefacts, 'archives' | 'promptFiles' | 'evidence'>;
const registry = globalThis as { [SHARED]?: Packed };

/** In a build, archives are packed beside the pages, and pages ask there. */
export function usePacked(packed: Packed): void {
	registry[SHARED] = packed;
}

export async function getContext(): Promise<ExportContext> {
	const context = contextOf(await getCatalogue(), absolute);
	return { ...context, artefacts: { ...context.artefacts, ...registry[SHARED] } };
}
