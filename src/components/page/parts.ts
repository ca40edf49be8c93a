/** The sections of a page under the parts they belong to. */
import type { Page, Part, Section } from '#catalogue/pages/page.ts';

export interface PagePart extends Part {
	sections: Section[];
}

/** Parts in the order of their first section; `rest` belongs to none. */
export function partsOf({ sections }: Pick<Page, 'sections'>): {
	parts: PagePart[];
	rest: Section[];
} {
	const parts = new Map<string, PagePart>();
	const rest: Section[] = [];
	for (const section of sections) {
		const { part } = section;
		if (!part) {
			rest.push(section);
			continue;
		}
		const known = parts.get(part.id) ?? { ...part, sections: [] };
		known.sections.push(section);
		parts.set(part.id, known);
	}
	return { parts: [...parts.values()], rest };
}
