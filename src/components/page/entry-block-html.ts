/** The title block of an entry: the stamp of its state, and cells whose places never change. */
import type { Stamp, TitleBlock } from '#catalogue/pages/page.ts';
import { classHtml, textHtml } from '#catalogue/words/escape-html.ts';
import { markHtml } from '#components/ui/mark-html.ts';
import { stamps } from '#components/ui/marks.ts';
import { iconOf } from '#components/ui/tone-icons.ts';
import { wordsHtml } from './words.ts';

/** The block; the class is its distance from what is before it. */
export function entryBlockHtml({ stamp, cells }: TitleBlock, distance = 'mt-6'): string {
	const inside = `${stamp ? stampHtml(stamp) : ''}${cells.map(cellHtml).join('')}`;
	return `<dl${classHtml('tb', distance)} aria-label="Title block">${inside}</dl>`;
}

function stampHtml(stamp: Stamp): string {
	const { says, label, icon, tone } =
		'says' in stamp
			? { ...stamp, icon: iconOf(stamp.tone, stamp.sign) }
			: { ...stamps[stamp.state], says: 'Status' };
	const mark = markHtml(textHtml(label), icon, tone);
	return `<div class="stampcell ${tone} wide c4"><dt class="vh">${textHtml(says)}</dt><dd>${mark}</dd><dd class="sub">${wordsHtml(stamp.words)}</dd></div>`;
}

/** A cell; a second line that says nothing is left out. */
function cellHtml(cell: TitleBlock['cells'][number]): string {
	const { label, words, sub, span = 3, wide = false, mono = false } = cell;
	const second = wordsHtml(sub).trim();
	const value = `<dd${classHtml(mono && 'mono dig')}>${wordsHtml(words)}</dd>`;
	return `<div${classHtml(`c${span}`, wide && 'wide')}><dt>${textHtml(label)}</dt>${value}${second && `<dd class="sub">${second}</dd>`}</div>`;
}
