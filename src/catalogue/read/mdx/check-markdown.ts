/** What Markdown can say and an entry may not: unsafe links, pictures from elsewhere. */
import type { MdastNode } from 'satteri';
import { collections } from '#schemas/index.ts';
import { sitePages } from '../../model/site-pages.ts';
import { suggest } from '../../words/suggest.ts';
import { languageOf, languageRemedy } from './code-languages.ts';
import { add, type BodyFacts, type Place, plainText } from './facts.ts';
import { meantLink } from './meant-link.ts';

/** The name of a part of a page: a heading of any script, as it is or encoded. */
const PART = '#((?:[\\p{L}\\p{M}\\p{N}_-]|%[0-9A-Fa-f]{2})+)';
const ENTRY_LINK = new RegExp(`^/([a-z-]+)/([a-z0-9-]+)/(?:${PART})?$`, 'u');
/** Pages that are not entries: they hold what is worked out from all entries. */
const PAGES: ReadonlySet<string> = new Set(sitePages);
const OWN_PART = new RegExp(`^${PART}$`, 'u');
const PICTURE = /^(?:\.\/)?([a-z0-9][a-z0-9._-]*\.(?:png|jpg|jpeg|webp|avif))$/i;
/** A name in front of an "@" could pass for the host. */
const WEB = /^https?:\/\/[^\s\\/?#@]+(?:[/?#][^\s\\]*)?$/;
/** A subject is fine; whoever else is to get a copy would not be seen. */
const MAIL = /^mailto:[^\s\\?&]+(?:\?subject=[^\s\\&]*)?$/i;
/** An address that says how it is opened, or leaves out only that. */
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i;
/** Browsers drop these inside a scheme, so `java\tscript:` would still be a script. */
const IGNORED = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g;

export function heading(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'heading') return;
	const { line, column } = node.position?.start ?? { line: 1, column: 1 };
	const above = facts.headings.at(-1)?.depth ?? 1;
	facts.headings.push({ depth: node.depth, text: plainText(node), line, column });
	if (node.depth < 2 || node.depth > 4) {
		const message = `a heading of level ${node.depth} is not allowed.`;
		add(facts, node, message, 'Use ## to ####; the title of the entry is the first level.');
	} else if (node.depth === 4 && above < 3) {
		const message = 'a heading of level 4 has no heading of level 3 above it.';
		add(facts, node, message, 'Write ### here, or put a ### heading before it.');
	}
}

export function link(node: MdastNode, facts: BodyFacts, { file }: Place): void {
	if (node.type !== 'link') return;
	const { url } = node;
	if (PAGES.has(url)) return;
	const { line, column } = node.position?.start ?? { line: 1, column: 1 };
	const entry = ENTRY_LINK.exec(url);
	if (entry) {
		const [, collection = '', id = '', part] = entry;
		facts.links.push({ collection, id, line, column });
		const name = part && decoded(part);
		if (name) facts.fragments.push({ to: { collection, id }, name, line, column });
		return;
	}
	const own = OWN_PART.exec(url)?.[1];
	if (own) {
		facts.fragments.push({ to: undefined, name: decoded(own), line, column });
		return;
	}
	const bare = url.replace(IGNORED, '');
	const safe = bare === url && (WEB.test(url) || MAIL.test(url));
	if (safe) return;
	const shown = `the link "${url.slice(0, 60)}"`;
	const meant = bare === url ? meantLink(url, file) : undefined;
	if (meant) {
		const fix = `Did you mean "${meant}"?`;
		add(facts, node, `${shown} is not the address of a page.`, fix);
		return;
	}
	const path = bare === url && url.startsWith('/') && !SCHEME.test(url) && url.length > 3;
	const page = path ? suggest(url, PAGES) : undefined;
	const fix = page
		? `Did you mean "${page}"?`
		: `Link to an entry (/${Object.keys(collections)[0]}/its-id/), a page of the site (/search/), a heading (#name), or an https address.`;
	const what = bare === url && !SCHEME.test(url) ? 'does not lead to a page' : 'leads nowhere safe';
	add(facts, node, `${shown} ${what}.`, fix);
}

/** The words of an encoded name; a name that is encoded wrongly leads nowhere as it is. */
function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

const AS_PICTURE = 'Save it as png or webp.';

/** Why a picture format that people know is not accepted. */
const REFUSED: readonly (readonly [end: RegExp, why: string])[] = [
	[
		/\.svgz?$/i,
		`An SVG can contain scripts, which run when it is opened on its own. ${AS_PICTURE}`,
	],
	[
		/\.(?:gif|apng|mp4|webm|mov)$/i,
		'Moving pictures are not shown. Save one frame as png or webp.',
	],
	[/\.(?:bmp|tiff?|heic|heif|jxl|ico|psd|pdf)$/i, `Browsers do not all show it. ${AS_PICTURE}`],
];

/** Why a file of a known picture format is not published; undefined for any other file. */
export const whyNoPicture = (path: string): string | undefined =>
	REFUSED.find(([end]) => end.test(path))?.[1];

export function image(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'image') return;
	const { line, column } = node.position?.start ?? { line: 1, column: 1 };
	const name = PICTURE.exec(node.url)?.[1];
	if (name) {
		facts.pictures.push({ name, line, column });
		return;
	}
	const why = whyNoPicture(node.url);
	add(
		facts,
		node,
		`the image "${node.url.slice(0, 60)}" is not a picture in the folder of the entry.`,
		why ??
			'Use a png, jpg, webp or avif file in the folder of the entry: ![what it shows](./file.png).',
	);
}

export function code(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'code') return;
	if (isOpen(node)) {
		const message = 'the block of code is never closed, so everything after it is shown as code.';
		add(facts, node, message, 'Add a line of ``` after the code, with as many signs as before it.');
	}
	if (!node.lang || languageOf(node.lang)) return;
	const message = `the code language "${node.lang.slice(0, 30)}" is not known.`;
	add(facts, node, message, languageRemedy(node.lang));
}

/** Whether the last line of a block is its code; a block that is closed ends with a fence. */
function isOpen({ value, position }: Extract<MdastNode, { type: 'code' }>): boolean {
	if (!position) return false;
	const { start, end } = position;
	const lines = value === '' ? 0 : value.split('\n').length;
	return end.column < 4 || end.line - start.line < lines + 1;
}

/** A row with more cells than the table has columns: nobody would see the last ones. */
export function table(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'table') return;
	const [head, ...rows] = node.children;
	const columns = head?.children.length ?? 0;
	for (const row of rows) {
		const cells = row.children.length;
		if (cells <= columns) continue;
		const message = `the row has ${cells} cells, and the table ${columns} columns.`;
		add(
			facts,
			row,
			message,
			'Write \\| for a "|" within a cell, or add a column to the first row.',
		);
	}
}
