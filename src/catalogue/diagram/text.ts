// How wide text is in the catalogue's typeface, and how it is broken to fit a box.

/** Advance widths in thousandths of the size, regular and semibold, by character from space to tilde. */
const regular =
	'280 286 301 651 592 919 731 160 299 299 485 606 210 362 210 387 648 407 548 576 614 588 598 510 615 595 210 210 553 628 553 480 778 626 613 645 669 569 552 694 694 392 512 631 541 824 693 714 592 724 614 592 558 690 593 856 623 575 607 317 387 344 552 372 243 525 566 485 564 538 314 558 550 252 245 492 262 845 550 548 566 574 349 471 326 540 461 684 481 449 460 344 237 344 555';
const semibold =
	'303 298 362 730 604 953 727 195 324 324 485 598 252 369 253 424 656 430 569 592 621 602 617 529 621 578 253 253 564 617 564 526 780 662 634 654 683 589 562 711 699 415 546 654 548 848 710 737 617 747 639 604 592 687 628 877 666 627 615 333 424 344 573 391 274 544 587 502 586 555 349 582 565 285 255 536 301 870 565 567 587 591 368 497 360 559 509 723 522 499 492 370 249 370 543';
const widths = { regular: parse(regular), semibold: parse(semibold) };

export type Weight = keyof typeof widths;

function parse(table: string): number[] {
	return table.split(' ').map(Number);
}

/** Other scripts and symbols count as wide as an M, so that they never overflow. */
const unknownWidth = 850;

/** Width of a text in pixels, a little generous, for fallback fonts are wider than ours. */
export function measure(text: string, size: number, weight: Weight): number {
	let sum = 0;
	for (const character of text) {
		sum += widths[weight][(character.codePointAt(0) ?? 0) - 32] ?? unknownWidth;
	}
	return (sum * size * 1.01) / 1000;
}

/** The text itself if it fits, otherwise its longest start that fits with an ellipsis. */
export function shorten(text: string, fits: (line: string) => boolean): string {
	if (fits(text)) return text;
	const characters = [...text];
	while (characters.length > 1) {
		characters.pop();
		const line = `${characters.join('').trimEnd()}…`;
		if (fits(line)) return line;
	}
	return '…';
}

/**
 * Breaks a text into at most `maxLines` lines that fit.
 *
 * A word longer than a line is hyphenated if `hyphenate` says so; what is left over ends in an ellipsis.
 *
 * @example
 * wrap('Assemble prompt', (line) => line.length <= 10, 2) // => ['Assemble', 'prompt']
 */
export function wrap(
	text: string,
	fits: (line: string) => boolean,
	maxLines: number,
	hyphenate = false,
): string[] {
	const words = text.split(/\s+/).filter(Boolean);
	const lines: string[] = [];
	let line = '';
	while (words.length > 0) {
		const word = words[0] ?? '';
		const longer = line === '' ? word : `${line} ${word}`;
		if (fits(longer)) {
			line = longer;
			words.shift();
			continue;
		}
		if (lines.length === maxLines - 1) break;
		if (line !== '') {
			lines.push(line);
			line = '';
			continue;
		}
		const at = hyphenate ? breakAt(word, fits) : undefined;
		if (at === undefined) break;
		lines.push(hyphened(word.slice(0, at)));
		words[0] = word.slice(at);
	}
	const rest = [line, ...words].filter(Boolean).join(' ');
	if (rest !== '') lines.push(shorten(rest, fits));
	return lines;
}

/** Where to hyphenate: the last place between two syllables that fits, failing that the last that fits. */
function breakAt(word: string, fits: (line: string) => boolean): number | undefined {
	let anywhere: number | undefined;
	let syllable: number | undefined;
	for (let at = 3; at <= word.length - 3; at += 1) {
		if (!fits(hyphened(word.slice(0, at)))) break;
		anywhere = at;
		if (word[at - 1] === '-') return at;
		if (endsSyllable.test(word.slice(0, at)) && startsSyllable.test(word.slice(at))) syllable = at;
	}
	return syllable ?? anywhere;
}

const hyphened = (start: string) => (start.endsWith('-') ? start : `${start}-`);

/** A vowel, with at most one consonant after it: `Confi`, `Cus`. */
const endsSyllable = /[aeiouy][^aeiouy]?$/i;
/** One sounded consonant and a vowel, and more than a silent e after it: `dence`, `tions`, not `ce`. */
const startsSyllable = /^(?![^aeiouy]+e[sd]?$)[^aeiouy][hlr]?[aeiouy]/i;
