/** The page of a pattern: what a reader decides by, five parts that open, and the record. */

import type { SiteUrl } from '../model/address.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { entryPath } from '../model/entry.ts';
import { PARTS, sectionOfHeading } from '../model/sections.ts';
import type { Block } from './blocks.ts';
import { copyPanel } from './copy-page.ts';
import { exampleNotice } from './example.ts';
import type { Page, Part, Section } from './page.ts';
import { evaluation, incident, telemetry } from './pattern-assure.ts';
import { architecture, connectors, fit, prompts, starter } from './pattern-build.ts';
import { approvalSection, recordBlock } from './pattern-end.ts';
import { patternFacts } from './pattern-facts.ts';
import { noticesOf, openingOf } from './pattern-opening.ts';
import { closedParts } from './pattern-parts.ts';
import { printLine } from './pattern-record.ts';
import { controls, risks } from './pattern-risks.ts';
import { changes, metrics, related, rollout, skilling, usedBySection } from './pattern-run.ts';
import type { Content, PatternSource } from './pattern-source.ts';
import { proseOf } from './prose.ts';

/** The part at the end, which the approval opens. */
const RECORD = 'record';

/** What each section says, by its id in the fixed outline. */
const contents: Readonly<Record<string, (source: PatternSource) => Content>> = {
	fit,
	architecture,
	connectors,
	prompts,
	starter,
	risks,
	controls,
	evaluation,
	telemetry,
	incident,
	metrics,
	rollout,
	skilling,
	'used-by': usedBySection,
	related,
	changes,
};

/** Everything the page of a pattern says. */
export async function patternPage(
	pattern: Entry<'patterns'>,
	context: ExportContext,
): Promise<Page> {
	const { catalogue } = context;
	const [facts, panel] = await Promise.all([
		patternFacts(pattern, catalogue),
		copyPanel(pattern, context),
	]);
	const source: PatternSource = { pattern, facts, panel, catalogue };
	const { data } = pattern;
	return {
		collection: 'patterns',
		id: pattern.id,
		path: entryPath(pattern),
		title: data.title,
		summary: data.summary,
		aliases: data.aliases,
		tags: facts.head.tags,
		record: recordBlock(source),
		notices: [...exampleNotice(pattern, catalogue), ...noticesOf(source)],
		opening: openingOf(source),
		sections: sectionsOf(source, context.url),
		side: [],
		printLine: printLine(data, facts.head),
	};
}

/** The fixed sections with the author's prose, and prose that belongs to none of them. */
function sectionsOf(source: PatternSource, url: SiteUrl): Section[] {
	const { prose, homeless } = proseBySection(source.pattern);
	const closed = closedParts(source);
	return [
		...PARTS.flatMap(({ id: partId, title: partTitle, sections }) => {
			const part: Part = { id: partId, title: partTitle, ...closed.get(partId) };
			const own = sections.map(({ id, title }): Section => {
				const make = contents[id];
				if (!make) throw new Error(`The page of a pattern has no content for section "${id}".`);
				const { answer, blocks } = make(source);
				return { id, title, part, answer, blocks: [...blocks, ...(prose.get(id) ?? [])] };
			});
			return partId === RECORD ? [{ ...approvalSection(source, url), part }, ...own] : own;
		}),
		...homeless,
	];
}

/**
 * The prose by the id of its section. The rule body-sections refuses a heading that names no
 * section; where it is shown all the same, in a preview, its prose comes last and is not lost.
 */
function proseBySection(pattern: Entry<'patterns'>) {
	const prose = new Map<string, Block[]>();
	const homeless: Section[] = [];
	for (const { part, id, title } of proseOf(pattern)) {
		const block: Block = { kind: 'prose', part };
		// What comes before the first heading belongs to Fit.
		const home = part === 0 ? 'fit' : sectionOfHeading(title)?.id;
		if (home) prose.set(home, [...(prose.get(home) ?? []), block]);
		else homeless.push({ id: `text-${id}`, title, blocks: [block] });
	}
	return { prose, homeless };
}
