/** Words of a page as HTML. */

import { entryPath } from '#catalogue/model/entry.ts';
import {
	type Inline,
	isMany,
	type LinkLook,
	type Target,
	type Words,
} from '#catalogue/pages/blocks.ts';
import { shortDigest } from '#catalogue/words/digest.ts';
import { escapeHtml, valueHtml } from '#catalogue/words/escape-html.ts';
import {
	cellsHtml,
	iconHtml,
	markHtml,
	plotHtml,
	proofHtml,
	seriesHtml,
	stageHtml,
	stripHtml,
	tierHtml,
} from '#components/ui/mark-html.ts';
import { stamps } from '#components/ui/marks.ts';
import { iconOf } from '#components/ui/tone-icons.ts';
import { href } from '#site/urls.ts';

const linkLooks = {
	plain: 'plain',
	ref: 'ref',
	button: 'btn small',
	primary: 'btn primary',
	file: 'mono wrap-anywhere',
} satisfies Record<LinkLook, string>;

/** An option of a command: a line must not break between its hyphens. */
const OPTION = /(?<=^| )--\S*/g;

/** The words as HTML. */
export function wordsHtml(words: Words): string {
	if (words === undefined || words === false) return '';
	if (typeof words === 'string') return escapeHtml(words);
	if (isMany(words)) return words.map(wordsHtml).join('');
	return inlineHtml(words);
}

function inlineHtml(part: Exclude<Inline, string>): string {
	switch (part.kind) {
		case 'link': {
			const look = part.look ? ` class="${linkLooks[part.look]}"` : '';
			const download = part.download ? ' download' : '';
			const icon = part.look === 'primary' || (part.look === 'button' && part.download);
			return `<a${look} href="${valueHtml(addressOf(part.to))}"${download}>${icon ? iconHtml('download') : ''}${wordsHtml(part.words)}</a>`;
		}
		case 'code':
			return `<code>${escapeHtml(part.text).replace(OPTION, '<span class="nowrap">$&</span>')}</code>`;
		case 'ref':
			return `<span class="ref">${escapeHtml(part.text)}</span>`;
		case 'id':
			return `<span class="mono">${escapeHtml(part.text)}</span>`;
		case 'digest':
			return shortDigest(part.sha256);
		case 'strong':
			return `<b>${wordsHtml(part.words)}</b>`;
		case 'sub':
			return ` <span class="sub${part.look ? ` ${part.look}` : ''}">${wordsHtml(part.words)}</span>`;
		case 'label':
			return `<span class="label">${wordsHtml(part.words)}</span>`;
		case 'quiet':
			return `<span class="faint">${wordsHtml(part.words)}</span>`;
		case 'gap':
			return `<span class="gapbox">${escapeHtml(part.text)}</span>`;
		case 'mark': {
			return markHtml(escapeHtml(part.text), iconOf(part.tone, part.sign), part.tone);
		}
		case 'tag':
			return `<span class="tag${part.alert ? ' brk' : ''}">${escapeHtml(part.text)}</span>`;
		case 'state': {
			const { icon, tone, label } = stamps[part.state];
			return markHtml(label, icon, tone);
		}
		case 'tier':
			return tierHtml(part.tier);
		case 'stage':
			return stageHtml(part.stage);
		case 'day':
			return `<time datetime="${valueHtml(part.date)}">${escapeHtml(part.text)}</time>`;
		case 'each':
			return `<ul>${part.items.map((item) => `<li>${wordsHtml(item)}</li>`).join('')}</ul>`;
		case 'ends':
			return `<span class="ends">${span(part.words)}${span(part.end)}</span>`;
		case 'strip':
			return stripHtml(part.band);
		case 'plot':
			return plotHtml(part.plot);
		case 'proof':
			return proofHtml(part.state, escapeHtml(part.text));
		case 'series':
			return seriesHtml(part.trace);
		case 'cells':
			return cellsHtml(part.counts);
	}
}

const span = (words: Words) => `<span>${wordsHtml(words)}</span>`;

/** The address a browser asks for. */
export function addressOf(to: Target): string {
	if (typeof to !== 'string') return href(entryPath(to));
	return to.startsWith('/') ? href(to) : to;
}
