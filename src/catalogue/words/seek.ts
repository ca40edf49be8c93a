/** Finds which of many lists of words a text holds one of, in one walk over the text. */

/** The first letters of a word, by which it is found. */
const HEAD = 3;
const SLOTS = 32_768;

/** Three small letters have a slot of their own; of other signs, what is found is compared whole. */
const slotOf = (one: number, two: number, three: number) =>
	((one & 31) << 10) | ((two & 31) << 5) | (three & 31);

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
	const slots: { word: string; number: number }[][] = [];
	const always: number[] = [];
	for (const [number, one] of all.entries()) {
		const words = wordsOf(one);
		if (!words) always.push(number);
		for (const word of words ?? []) {
			const slot = slotOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2));
			slots[slot] = [...(slots[slot] ?? []), { word, number }];
		}
	}
	const taken = Uint8Array.from({ length: SLOTS }, (_, slot) => (slots[slot] ? 1 : 0));
	const listed = (numbers: readonly number[]) =>
		// Each number is one of the list.
		[...new Set(numbers)].sort((a, b) => a - b).map((number) => all[number] as One);
	const none = listed(always);
	return (text) => {
		// In an expression that knows no case the long s is an s.
		const lower = text.toLowerCase().replaceAll('\u017f', 's');
		let found: number[] | undefined;
		let [one, two] = [lower.charCodeAt(0), lower.charCodeAt(1)];
		for (let at = HEAD - 1; at < lower.length; at += 1) {
			const three = lower.charCodeAt(at);
			const slot = slotOf(one, two, three);
			if (taken[slot] === 1) {
				for (const { word, number } of slots[slot] ?? []) {
					if (!lower.startsWith(word, at - HEAD + 1)) continue;
					found ??= [...always];
					found.push(number);
				}
			}
			one = two;
			two = three;
		}
		return found ? listed(found) : none;
	};
}
