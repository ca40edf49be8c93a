/** The first screen of a pattern: verdict, reasons both ways, what to take, what it needs. */
import type { Page, Section } from '#catalogue/pages/page.ts';
import { attributeHtml, classHtml, textHtml } from '#catalogue/words/escape-html.ts';
import { joined, type Piece, piecesOf } from '#components/page/block-html.ts';
import { wordsHtml } from '#components/page/words.ts';
import { iconHtml } from '#components/ui/mark-html.ts';
import { type MarkLook, stamps, type Tone } from '#components/ui/marks.ts';
import { href } from '#site/urls.ts';

/** The edge of the verdict; what nobody has approved is a reason to be careful. */
const edges = {
	ok: 'border-s-ok',
	mute: 'border-s-warn',
	warn: 'border-s-warn',
	bad: 'border-s-bad',
} satisfies Record<Tone, string>;

/** What a reader takes in at once. */
const tight = { level: 3, tight: true } as const;

export function openingPieces({ title, summary, path, opening = [], record }: Page): Piece[] {
	// The order is fixed by the page: see pages/pattern-opening.ts.
	const [verdict, use, avoid, take, effort, data] = opening;
	const look = record?.stamp && 'state' in record.stamp ? stamps[record.stamp.state] : undefined;
	return joined([
		'<div class="p2-head"><div class="grid min-w-0 gap-4 max-md:gap-2.5">',
		`<div><h1>${textHtml(title)}</h1><p class="lead">${textHtml(summary)}</p></div>`,
		...(verdict ? verdictPieces(verdict, look) : []),
		'<div class="reasons lined">',
		...(use ? partPieces(use, '', iconHtml('tick', 'i text-ok')) : []),
		...(avoid ? partPieces(avoid, '', iconHtml('cross', 'i text-bad')) : []),
		'</div></div>',
		'<aside class="take noprint" aria-label="What you can take, and what you need to start">',
		...(take ? partPieces(take, 'start') : []),
		...(effort ? partPieces(effort, 'needs') : []),
		'</aside></div>',
		...(data ? fitPieces(data, `${href(path)}copy/`) : []),
	]);
}

function verdictPieces({ id, title, answer, blocks }: Section, look?: MarkLook): Piece[] {
	const classes = classHtml('can', look && edges[look.tone]);
	const icon = look ? iconHtml(look.icon) : '';
	return [
		`<section${classes}${attributeHtml('id', id)}${attributeHtml('aria-label', title)}>`,
		`<p class="can-h">${icon}<span>${wordsHtml(answer)}</span></p>`,
		...piecesOf(blocks, tight),
		'</section>',
	];
}

function partPieces({ id, title, blocks }: Section, look: string, icon = ''): Piece[] {
	const heading = `<h2${attributeHtml('id', id)}>${icon}${textHtml(title)}</h2>`;
	return [`<section${classHtml(look)}>${heading}`, ...piecesOf(blocks, tight), '</section>'];
}

/** Whether it fits the data of a team: opened, a script puts the form of another page into it. */
function fitPieces({ id, title, blocks }: Section, form: string): Piece[] {
	return [
		`<details class="more fitq noprint mt-5 border-frame max-md:mt-3"${attributeHtml('data-form', form)}>`,
		`<summary>${textHtml(title)}</summary><div class="body"${attributeHtml('id', id)}>`,
		...piecesOf(blocks, { level: 2 }),
		'</div></details>',
	];
}
