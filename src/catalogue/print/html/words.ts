/** Words of a page as HTML of a file that stands alone: no script, no picture, full addresses. */
import { stage as stages, tier as tiers } from '#schemas/vocabularies.ts';
import { states } from '../../judge/approval/state.ts';
import { entryPath } from '../../model/entry.ts';
import { type Inline, isMany, type Target, type Words } from '../../pages/blocks.ts';
import { escapeHtml, valueHtml } from '../../words/escape-html.ts';
import type { Place } from '../context.ts';

/** The words as HTML. */
export function wordsHtml(words: Words, place: Place): string {
	if (words === undefined || words === false) return '';
	if (typeof words === 'string') return escapeHtml(words);
	if (isMany(words)) return words.map((one) => wordsHtml(one, place)).join('');
	return inlineHtml(words, place);
}

function inlineHtml(part: Exclude<Inline, string>, place: Place): string {
	const said = (words: Words) => wordsHtml(words, place);
	switch (part.kind) {
		case 'link':
			return `<a href="${valueHtml(addressIn(part.to, place))}">${said(part.words)}</a>`;
		case 'code':
		case 'id':
			return `<code>${escapeHtml(part.text)}</code>`;
		case 'digest':
			return `<code>${part.sha256}</code>`;
		case 'strong':
			return `<b>${said(part.words)}</b>`;
		case 'sub':
			return `<span class="sub">${said(part.words)}</span>`;
		case 'each':
			return part.items.map((item) => `<span class="sub">${said(item)}</span>`).join('');
		case 'ends':
			return `${said(part.words)} ${said(part.end)}`;
		case 'label':
		case 'quiet':
			return said(part.words);
		case 'mark':
			return `<span class="${part.tone}">${escapeHtml(part.text)}</span>`;
		case 'gap':
			return `<span class="bad">${escapeHtml(part.text)}</span>`;
		case 'state':
			return escapeHtml(states[part.state].label);
		case 'tier':
			return tiers.label(part.tier);
		case 'stage':
			return escapeHtml(stages.label(part.stage));
		case 'strip':
		case 'plot':
		case 'series':
		case 'cells':
			// Pictures of numbers that are said beside them.
			return '';
		default:
			return escapeHtml(part.text);
	}
}

/** Where a link leads: within the file, or to the site. */
function addressIn(to: Target, { url }: Place): string {
	if (typeof to !== 'string') return url(entryPath(to));
	return to.startsWith('/') ? url(to) : to;
}
