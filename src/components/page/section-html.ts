/** Sections of a page as HTML, each kind with the heading that its pages have. */
import type { Section } from '#catalogue/pages/page.ts';
import { attributeHtml, textHtml } from '#catalogue/words/escape-html.ts';
import { joined, type Look, type Piece, type Prose, piecesOf } from './block-html.ts';
import { wordsHtml } from './words.ts';

/** Sections in order; `start` is the HTML before the blocks of one, with its opening tag. */
const framed = (
	sections: readonly Section[],
	look: Look,
	start: (section: Section) => string,
	end = '</section>',
): Piece[] =>
	joined(sections.flatMap((section) => [start(section), ...piecesOf(section.blocks, look), end]));

/** Sections under their headings; one without a name has none. */
export function entrySections(sections: readonly Section[], prose: Prose): Piece[] {
	return sections.flatMap((section) =>
		section.title
			? framed([section], { level: 3, prose }, headed)
			: framed([section], { level: 3, prose }, () => '<div class="sec0">', '</div>'),
	);
}

const headed = ({ id, title }: Section) =>
	`<section class="sec0"${attributeHtml('id', id)}><h2 class="h-m2">${textHtml(title)}</h2>`;

/** The same with their answers. */
export const answeredSections = (sections: readonly Section[]): Piece[] =>
	framed(sections, { level: 3 }, (section) => headed(section) + answerHtml('ans mb-3', section));

/** Sections in the column beside the page. */
export const sideSections = (sections: readonly Section[], prose?: Prose): Piece[] =>
	framed(
		sections,
		{ level: 3, prose, side: true },
		({ id, title }) => `<section${attributeHtml('id', id)}><h2 class="h-m">${textHtml(title)}</h2>`,
	);

/** Sections of a page about a prompt: the name with what to know of it in the same line. */
export const promptSections = (sections: readonly Section[]): Piece[] =>
	framed(sections, { level: 3 }, (section) => {
		const { id, title } = section;
		const heading = `${id}-h`;
		return `<section class="mt-section"${attributeHtml('id', id)}${attributeHtml('aria-labelledby', heading)}><div class="split sec-h"><h2${attributeHtml('id', heading)}>${textHtml(title)}</h2>${answerHtml('label', section)}</div>`;
	});

/** Sections that say in full what another page says in short. */
export const fullSections = (sections: readonly Section[]): Piece[] =>
	framed(sections, { level: 3 }, (section) => {
		const { id, title } = section;
		return `<section class="mt-section"><div class="sec-line"><h2 class="sec-h"${attributeHtml('id', id)}>${textHtml(title)}</h2></div>${answerHtml('ans mb-3', section)}`;
	});

const answerHtml = (look: string, { answer }: Section): string =>
	answer ? `<p class="${look}">${wordsHtml(answer)}</p>` : '';
