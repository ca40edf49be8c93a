/** Finds which of many lists of words a text holds one of, in one walk over the text. */

/** Signs at the start of a word by which it is found: of a long word six, for few words share them. */
const LONG = 6;
const SHORT = 3;
const SLOTS = 32_768;

interface Word {
	word: string;
	number: number;
}

/** The last six signs of a walk, each as five bits, in which the cases of a letter are one. */
const withNext = (signs: number, sign: number) => (signs << 5) | (sign & 31);
const slotOfLong = (signs: number) => Math.imul(signs & 0x3fff_ffff, 0x9e37_79b1) >>> 17;
const slotOfShort = (signs: number) => signs & (SLOTS - 1);

/**
 * What of all a text may concern: those of which it holds a word, in any case, and those without
 * words, in their order.
 *
 * @param wordsOf words in lower case, each of three letters or more; undefined where none are known
 */
export function seekerOf<One>(
	all: readonly One[],
	wordsOf: (one: One) => readonly string[] | undefined,
): (text: string) => readonly One[] {
	const [long, short]: [Word[][], Word[][]] = [[], []];
	const always: number[] = [];
	for (const [number, one] of all.entries()) {
		const words = wordsOf(one);
		if (!words) always.push(number);
		for (const word of words ?? []) {
			const isLong = word.length >= LONG;
			const head = [...word.slice(0, isLong ? LONG : SHORT)];
			const signs = head.reduce((sum, sign) => withNext(sum, sign.charCodeAt(0)), 0);
			const slot = isLong ? slotOfLong(signs) : slotOfShort(signs);
			const slots = isLong ? long : short;
			slots[slot] = [...(slots[slot] ?? []), { word, number }];
		}
	}
	const taken = (slots: readonly Word[][]) =>
		Uint8Array.from({ length: SLOTS }, (_, slot) => (slots[slot] ? 1 : 0));
	const [takenByLong, takenByShort] = [taken(long), taken(short)];
	const listed = (numbers: readonly number[]) =>
		// Each number is one of the list.
		[...new Set(numbers)].sort((a, b) => a - b).map((number) => all[number] as One);
	const none = listed(always);
	return (text) => {
		// In an expression that knows no case the long s is an s.
		const lower = text.toLowerCase().replaceAll('\u017f', 's');
		const found: number[] = [];
		let signs = 0;
		for (let at = 0; at < lower.length; at += 1) {
			signs = withNext(signs, lower.charCodeAt(at));
			const slot = slotOfLong(signs);
			if (takenByLong[slot] === 1) look(long[slot], lower, at + 1 - LONG, found);
			if (takenByShort[slotOfShort(signs)] === 1)
				look(short[slotOfShort(signs)], lower, at + 1 - SHORT, found);
		}
		return found.length > 0 ? listed([...always, ...found]) : none;
	};
}

/** Adds the numbers of those words that stand in a text where one of them may. */
function look(words: readonly Word[] | undefined, text: string, at: number, found: number[]): void {
	for (const { word, number } of words ?? []) {
		if (text.startsWith(word, at)) found.push(number);
	}
}
