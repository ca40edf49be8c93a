/** The parts of a pattern page below its first screen: each folded, with its sections. */
import type { Part, Section, TitleBlock } from '#catalogue/pages/page.ts';
import { attributeHtml, textHtml } from '#catalogue/words/escape-html.ts';
import { joined, type Piece, type Prose, piecesOf } from '#components/page/block-html.ts';
import { entryBlockHtml } from '#components/page/entry-block-html.ts';
import type { PagePart } from '#components/page/parts.ts';
import { wordsHtml } from '#components/page/words.ts';

/**
 * A part folded to its name, its conclusion and its state. Its address is inside what it opens, so
 * that a link opens it without a script.
 */
export function partPieces(part: PagePart, prose: Prose): Piece[] {
	const { id, title, answer, state, sections } = part;
	const summary = `<h2>${textHtml(title)}</h2><span class="fa">${wordsHtml(answer)}</span><span class="fs">${wordsHtml(state)}</span>`;
	return joined([
		`<details class="fold"><summary>${summary}</summary><div class="fold-b"${attributeHtml('id', id)}>`,
		...sections.flatMap((section) => sectionPieces(section, prose, part)),
		'</div></details>',
	]);
}

/**
 * A section: its title, its answer, and what that rests on. The part it is in has said its name and
 * its answer if they are the same; outside the parts its heading is one level higher.
 */
export function sectionPieces(section: Section, prose: Prose, part?: Part): Piece[] {
	const { id, title, answer, blocks } = section;
	const heading = part ? 'h3' : 'h2';
	const named = title !== part?.title;
	const place = attributeHtml('id', id === part?.id ? undefined : id);
	const name = named
		? `<div class="sec-line"><${heading}${place}>${textHtml(title)}</${heading}></div>`
		: '';
	const said = answer && answer !== part?.answer ? `<p class="ans">${wordsHtml(answer)}</p>` : '';
	const top = name || said ? `<header class="sec-top">${name}${said}</header>` : '';
	return [
		`<section class="sec">${top}`,
		...piecesOf(blocks, { level: part && named ? 4 : 3, prose }),
		'</section>',
	];
}

/** The end of the page, for those who check it: the record, signatures, use and versions. */
export function recordPieces(
	part: PagePart,
	prose: Prose,
	{ record, tags = [] }: { record?: TitleBlock; tags?: readonly string[] },
): Piece[] {
	const name = `<div class="sec-line"><h2${attributeHtml('id', part.id)}>${textHtml(part.title)}</h2></div>`;
	const labels = tags.map((tag) => `<span class="tag">${textHtml(tag)}</span>`);
	return joined([
		`<section class="sec mt-10"${attributeHtml('aria-labelledby', part.id)}>${name}${record ? entryBlockHtml(record, 'mt-4') : ''}`,
		...part.sections.flatMap(({ id, title, answer, blocks }) => [
			`<details class="more"><summary>${textHtml(title)}${answer ? `<span class="end">${wordsHtml(answer)}</span>` : ''}</summary><div class="body"${attributeHtml('id', id)}>`,
			...piecesOf(blocks, { level: 3, prose }),
			'</div></details>',
		]),
		`<p class="mt-4 flex flex-wrap gap-x-1.5 gap-y-1">${labels.join('')}</p></section>`,
	]);
}
