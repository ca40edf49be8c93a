/** A pattern as Markdown: the sixteen sections of its page, in their order, with the same answers. */

import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { entryPath } from '../../model/entry.ts';
import { keeper } from '../../model/keep.ts';
import { PARTS } from '../../model/sections.ts';
import { copyPanel } from '../../pages/copy-page.ts';
import { patternPage } from '../../pages/pattern-page.ts';
import { proseOf } from '../../pages/prose.ts';
import { patternAssure } from './pattern-assure.ts';
import { patternBuild } from './pattern-build.ts';
import { patternHead } from './pattern-head.ts';
import { patternRun } from './pattern-run.ts';
import type { PatternSource, Section } from './pattern-source.ts';
import { proseMarkdown } from './prose.ts';
import { blocks, heading, type Markdown, md } from './write.ts';

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
	const { catalogue } = context;
	const [facts, panel] = await Promise.all([
		patternPage(pattern, catalogue),
		copyPanel(pattern, context),
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
	const place = { ...context, path: entryPath(pattern) };
	const parts = proseOf(pattern);
	const bodies = proseMarkdown(pattern, place, new Map(parts.map(({ part }) => [part, 3])));
	// What stands before the first heading belongs to Fit, as on the page.
	for (const { part, title } of parts) {
		const under = title || 'Fit';
		prose.set(under, blocks(prose.get(under), { markdown: bodies.get(part) ?? '' }));
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
