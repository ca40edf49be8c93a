/** A pattern as Markdown: the sixteen sections of its page, in their order, with the same answers. */

import { keeper } from '../../copy/keep.ts';
import type { ExportContext } from '../../export/exporter.ts';
import type { Entry } from '../../model/catalogue.ts';
import { type CopyPanel, copyPanel } from '../../pages/copy-page.ts';
import { entryPath } from '../../pages/entry.ts';
import { type PatternFacts, patternPage } from '../../pages/pattern-page.ts';
import { PARTS } from '../../pages/sections.ts';
import { patternAssure } from './pattern-assure.ts';
import { patternBuild } from './pattern-build.ts';
import { patternHead } from './pattern-head.ts';
import { patternRun } from './pattern-run.ts';
import { proseParts } from './prose.ts';
import { blocks, heading, type Inline, type Markdown, type Maybe, md } from './write.ts';

/** What each part of the page is written from. */
export interface PatternSource {
	pattern: Entry<'patterns'>;
	facts: PatternFacts;
	/** What a team can take of it. */
	panel: CopyPanel;
	context: ExportContext;
}

/** A section: its conclusion first, then what it rests on. */
export interface Section {
	answer: string;
	content: Maybe<Inline>;
}

/** Sections by their id in the fixed outline. */
export type Sections = Record<string, Section>;

const keepMarkdown = keeper<Promise<Markdown>>('pattern-markdown');

/** The whole pattern; its twin and its skill both hold it. */
export const patternMarkdown = (
	pattern: Entry<'patterns'>,
	context: ExportContext,
): Promise<Markdown> =>
	keepMarkdown(context.catalogue, `${pattern.id} ${context.url('/')}`, () =>
		writePattern(pattern, context),
	);

async function writePattern(pattern: Entry<'patterns'>, context: ExportContext): Promise<Markdown> {
	const { catalogue, url } = context;
	const [facts, panel] = await Promise.all([
		patternPage(pattern, catalogue),
		copyPanel(pattern, catalogue, url),
	]);
	const source: PatternSource = { pattern, facts, panel, context };
	const sections = new Map(
		Object.entries<Section>({
			...patternBuild(source),
			...patternAssure(source),
			...patternRun(source),
		}),
	);
	const prose = new Map<string, Markdown>();
	const place = { ...context, path: entryPath(pattern), deeper: 1 };
	// What stands before the first heading belongs to Fit, as on the page.
	for (const { title, body } of proseParts(pattern.body, place)) {
		const under = title || 'Fit';
		prose.set(under, blocks(prose.get(under), body));
	}
	return blocks(
		patternHead(source),
		...PARTS.flatMap((part) => [
			heading(2, part.title),
			part.purpose,
			...part.sections.flatMap(({ id, number, title }) => {
				const section = sections.get(id);
				if (!section) throw new Error(`The Markdown of a pattern has no section "${id}".`);
				return [
					heading(3, md`${number}. ${title}`),
					section.answer,
					section.content,
					prose.get(title),
				];
			}),
		]),
	);
}
