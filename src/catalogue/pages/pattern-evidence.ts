/** The page of evidence of a pattern: in full what its own page says in short. */
import type { Block } from './blocks.ts';
import type { Page, Section } from './page.ts';

/** Path of the page, and of a section of it. */
export const evidencePath = (pattern: string, section?: string): string =>
	`/patterns/${pattern}/evidence/${section ? `#${section}` : ''}`;

/** A block that its page shows in short. */
export const inShort = (blocks: readonly Block[], said: readonly Block[]): Block => ({
	kind: 'short',
	blocks,
	said,
});

/** The sections that the page of a pattern shows in short, in full and in their order. */
export const evidenceSections = ({ sections }: Pick<Page, 'sections'>): Section[] =>
	sections.flatMap(({ id, title, answer, blocks }) => {
		const full = blocks.flatMap((block) => (block.kind === 'short' ? block.said : []));
		return full.length > 0 ? [{ id, title, answer, blocks: full }] : [];
	});
