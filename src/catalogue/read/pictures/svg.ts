/**
 * Whether an SVG only draws. A page shows it as a picture, where a browser runs no script, but anyone
 * can open the file by itself, where it would. So it can hold shapes, and nothing that acts, loads
 * another file, or expands endlessly.
 */
import sax, { type QualifiedAttribute, type Tag } from 'sax';
import type { PictureProblem, Sides } from './check.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';

/** Elements that draw. What is left out: scripts, links, animation, pages and pictures inside it. */
const DRAWS: ReadonlySet<string> = new Set(
	`svg g path rect circle ellipse line polyline polygon text tspan defs symbol use title desc
	metadata style linearGradient radialGradient stop pattern clipPath mask marker filter feBlend
	feColorMatrix feComposite feDropShadow feFlood feGaussianBlur feMerge feMergeNode feMorphology
	feOffset`.split(/\s+/),
);

/** A use can draw what uses others again: with too many, a small file keeps a browser busy for ever. */
const MOST_USES = 20;

/** An address in a style or an attribute that is not a part of the same file. */
const ELSEWHERE = /url\(\s*["']?\s*(?!["'#\s])|image-set\(|image\(|\bsrc\(/i;
/** What a style can load or hide; a query for the theme of the reader is fine. */
const STYLE_LOADS = /@(?!media\b)|\\/i;

const REMEDY = 'Save it as plain svg from a drawing program, or as png.';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The width and height of a drawing, or why it is not published. */
export function checkSvg(bytes: Uint8Array): Sides | PictureProblem {
	let text: string;
	try {
		text = utf8.decode(bytes);
	} catch {
		return { message: 'is not UTF-8 text.', fix: REMEDY };
	}
	return new Reading(text).result;
}

/** One reading of a file: it stops at the first problem. */
class Reading {
	readonly #parser = sax.parser(true, { xmlns: true, strictEntities: true });
	#problem: PictureProblem | undefined;
	#sides: Sides | undefined;
	#uses = 0;
	/** The text of every style so far. */
	#styles = '';
	#open: string[] = [];

	constructor(text: string) {
		const parser = this.#parser;
		parser.onopentag = (tag) => this.#tag(tag);
		parser.onclosetag = () => {
			// Only whole: a browser joins the parts that comments and sections keep apart.
			if (this.#open.pop() === 'style') this.#style(this.#styles);
		};
		const style = (part: string) => {
			if (this.#open.at(-1) === 'style') this.#styles += part;
		};
		parser.ontext = style;
		parser.oncdata = style;
		parser.ondoctype = (doctype) => {
			if (doctype.includes('[')) this.#refuse('declares entities, which can expand endlessly.');
		};
		parser.onprocessinginstruction = ({ name }) => {
			if (name !== 'xml') this.#refuse(`has the instruction <?${name}?>, which can load a file.`);
		};
		parser.onerror = ({ message }) => {
			const [what = ''] = message.split('\n');
			this.#refuse(`is not well-formed XML: ${what.toLowerCase().replace(/\.?$/, '.')}`);
			// Nothing after it counts; without this the parser throws.
			parser.error = null;
		};
		parser.write(text).close();
	}

	get result(): Sides | PictureProblem {
		if (this.#problem) return this.#problem;
		if (this.#sides) return this.#sides;
		return {
			message: 'does not say how large it is.',
			fix: 'Add the attribute viewBox to its first element, such as viewBox="0 0 120 24".',
		};
	}

	#refuse(message: string): void {
		const at = { line: this.#parser.line + 1, column: this.#parser.column + 1 };
		this.#problem ??= { message, fix: REMEDY, at };
	}

	#tag({ local, uri, attributes }: Tag<QualifiedAttribute>): void {
		const values = Object.values(attributes);
		if (this.#open.length === 0) {
			this.#sides = sidesOf(values);
			if (local !== 'svg' || uri !== SVG) {
				this.#refuse(`is not an svg drawing: its first element is <${local}>.`);
			}
		}
		this.#open.push(local);
		if (uri === XHTML || (uri === SVG && !DRAWS.has(local))) {
			this.#refuse(`contains <${local}>, which does more than draw.`);
		}
		if (local === 'use') this.#uses += 1;
		if (this.#uses > MOST_USES) {
			this.#refuse(
				`uses parts of itself more than ${MOST_USES} times, which can expand endlessly.`,
			);
		}
		for (const { local: name, value, prefix } of values) {
			if (prefix === 'xmlns' || name === 'xmlns') continue;
			if (/^on/i.test(name)) this.#refuse(`has the attribute ${name}, which runs a script.`);
			else if (/^(?:href|src|base)$/i.test(name) && !value.trim().startsWith('#')) {
				this.#refuse(`refers to another file: ${name}="${value.slice(0, 60)}".`);
			} else if (name === 'style') this.#style(value);
			else if (ELSEWHERE.test(value)) {
				this.#refuse(`refers to another file: ${name}="${value.slice(0, 60)}".`);
			}
		}
	}

	#style(text: string): void {
		const found = (ELSEWHERE.exec(text) ?? STYLE_LOADS.exec(text))?.[0];
		if (found) this.#refuse(`has a style that can load another file: "${found}".`);
	}
}

/** Its own width and height, or those of what it shows. */
function sidesOf(attributes: readonly QualifiedAttribute[]): Sides | undefined {
	const value = (name: string) => attributes.find((one) => one.name === name)?.value ?? '';
	const own = [value('width'), value('height')].map((side) => /^([\d.]+)(?:px)?$/.exec(side)?.[1]);
	const shown = value('viewBox')
		.trim()
		.split(/[\s,]+/)
		.slice(2);
	for (const [width, height] of [own, shown].map((pair) => pair.map(Number))) {
		if (width && height && width > 0 && height > 0 && width < 1e5 && height < 1e5) {
			return { width, height };
		}
	}
	return undefined;
}
