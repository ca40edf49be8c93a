/** What the parts of a pattern as Markdown are written from, and what each gives. */

import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import type { CopyPanel } from '../../pages/copy-page.ts';
import type { PatternFacts } from '../../pages/pattern-page.ts';
import type { Inline, Maybe } from './write.ts';

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
