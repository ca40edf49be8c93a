/** Code, commands and notes as HTML: parts with a frame, of which a page has dozens. */
import { attributeHtml, classHtml, escapeHtml, textHtml } from '#catalogue/words/escape-html.ts';
import { iconHtml } from './mark-html.ts';

export interface CodeFrame {
	/** Name of the region for assistive technology. */
	label: string;
	/** Text at the left of the frame's head: a path or a sentence. */
	title?: string | undefined;
	/** Id of the pre; needed when another button copies it. */
	id?: string | undefined;
	/** Lines are spans of class `l` and get numbers. */
	numbered?: boolean;
	/** Long lines wrap. */
	wrap?: boolean;
}

/** A frame with a button that copies; `html` are token spans that our own build made. */
export function codeHtml(html: string, frame: CodeFrame): string {
	const { label, title, id, numbered = false, wrap = false } = frame;
	const path = title && !title.includes(' ');
	const button = `<button type="button" class="btn small needs-js" data-copy>${iconHtml('copy')}Copy</button>`;
	const head = `<div class="code-head"><span${classHtml(path && 'mono')}>${textHtml(title ?? label)}</span>${button}</div>`;
	const region = `${attributeHtml('id', id)}${classHtml(numbered && 'lines')} tabindex="0" role="region"${attributeHtml('aria-label', label)}`;
	return `<div${classHtml('code', wrap && 'pr-prev')}>${head}<pre${region}><code>${html}</code></pre></div>`;
}

/** The same of plain text. */
export const plainCodeHtml = (text: string, frame: CodeFrame): string =>
	codeHtml(escapeHtml(text), frame);

/**
 * One line for a terminal, without a prompt sign. The label says what it does; it names the region
 * and the copy button that a script adds.
 */
export const commandHtml = (label: string, command: string): string =>
	`<div class="cmd"><pre tabindex="0" role="region"${attributeHtml('aria-label', label)}><code>${textHtml(command)}</code></pre></div>`;

export interface NoticeHead {
	tone: 'ok' | 'info' | 'warn' | 'bad';
	/** First words, bold: the fact. */
	fact?: string | undefined;
}

/** What is before and behind whatever follows the words of a note; the words are HTML already. */
export function noticeEnds({ tone, fact }: NoticeHead, words: string): readonly [string, string] {
	const first = fact ? `<b>${textHtml(fact)}</b>` : '';
	return [`<div class="note ${tone}"><p>${first} ${words}</p>`, '</div>'];
}
