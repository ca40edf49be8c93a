/** Words of a page as Markdown in a line; what starts a line of its own comes after a line break. */
import { stage as stages, tier as tiers } from '#schemas/vocabularies.ts';
import { states } from '../judge/approval/state.ts';
import { entryPath } from '../model/entry.ts';
import { type Inline, isMany, type Target, type Words } from '../pages/blocks.ts';
import type { Place } from './context.ts';
import { addressOf } from './markdown/address.ts';
import { code, escapeText, link, type Markdown } from './markdown/write.ts';

/** The words as Markdown. */
export function lineOf(words: Words, place: Place): Markdown {
	const text = said(words, place);
	if (!text.includes('\n')) return { markdown: text };
	return { markdown: text.replace(/^\n+/, '').replace(/\n{2,}/g, '\n') };
}

function said(words: Words, place: Place): string {
	if (words === undefined || words === false) return '';
	if (typeof words === 'string') return spaced(words);
	if (isMany(words)) return words.map((one) => said(one, place)).reduce(together, '');
	return inline(words, place);
}

/** An exclamation mark before a link would make a picture of it. */
const together = (before: string, after: string) =>
	before.endsWith('!') && after.startsWith('[')
		? `${before.slice(0, -1)}\\!${after}`
		: before + after;

function inline(part: Exclude<Inline, string>, place: Place): string {
	switch (part.kind) {
		case 'link':
			return link({ markdown: said(part.words, place) }, targetOf(part.to, place)).markdown;
		case 'code':
			return code(part.text).markdown;
		case 'digest':
			return code(part.sha256).markdown;
		case 'strong':
			return `**${said(part.words, place)}**`;
		case 'sub':
			return `\n${said(part.words, place)}`;
		case 'each':
			return part.items.map((item) => `\n${said(item, place)}`).join('');
		case 'ends':
			return said([{ kind: 'sub', words: part.words }, ' ', part.end], place);
		case 'label':
		case 'quiet':
			return said(part.words, place);
		case 'state':
			return states[part.state].label;
		case 'tier':
			return tiers.label(part.tier);
		case 'stage':
			return stages.label(part.stage);
		case 'strip':
		case 'plot':
		case 'series':
		case 'cells':
			return '';
		default:
			return spaced(part.text);
	}
}

/** A piece of a line keeps the spaces at its ends, which part it from the next. */
export function spaced(text: string): string {
	const escaped = escapeText(text);
	const before = isSpace(text.charAt(0)) ? ' ' : '';
	const after = isSpace(text.charAt(text.length - 1)) && /\S/.test(text) ? ' ' : '';
	return before + escaped + after;
}

const isSpace = (sign: string) => sign !== '' && sign.trim() === '';

/** Full address of what a link leads to. */
export function targetOf(to: Target, place: Place): string {
	if (typeof to !== 'string') return addressOf(entryPath(to), place);
	if (to.startsWith('#')) return place.url(place.path + to);
	return to.startsWith('/') ? addressOf(to, place) : to;
}
