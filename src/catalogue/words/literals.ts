/**
 * Letters without which a regular expression cannot match, so that most need not be run on most
 * texts. A hundred expressions on every text of a large catalogue take seconds.
 */

/** Every text that a part of an expression matches, where these are few, or else texts that each match holds one of. */
interface Part {
	/** All that it matches, in lower case; undefined where that is not a short list. */
	exact: readonly string[] | undefined;
	/** Of these every match holds one; undefined where nothing is known. */
	held: readonly string[] | undefined;
}

/** More are no help: each would be looked for in each text. */
const MOST = 128;
/** Shorter ones are in every text. */
const LEAST = 3;

/**
 * Texts in lower case of which every match of the expression, in any case, holds one; undefined
 * where that cannot be told.
 *
 * @example
 * literalsOf('\\b(?:stands|stood) still\\b') // => ['stands still', 'stood still']
 */
export function literalsOf(expression: string): readonly string[] | undefined {
	try {
		const reader = new Reader(expression);
		const { exact, held } = reader.either();
		const found = better(exact, held);
		return reader.isAtEnd && found && lengthOf(found) >= LEAST ? found : undefined;
	} catch (error) {
		if (error instanceof Unknown) return undefined;
		throw error;
	}
}

/** Something of an expression that is not read here. */
class Unknown extends Error {}

const NOTHING: Part = { exact: [''], held: undefined };
const ANYTHING: Part = { exact: undefined, held: undefined };

class Reader {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	get isAtEnd(): boolean {
		return this.#at === this.#text.length;
	}

	/** One or several parts between bars. */
	either(): Part {
		const parts = [this.#sequence()];
		while (this.#take('|')) parts.push(this.#sequence());
		const [only] = parts;
		if (only && parts.length === 1) return only;
		return {
			exact: union(parts.map(({ exact }) => exact)),
			held: union(parts.map(({ exact, held }) => better(exact, held))),
		};
	}

	#sequence(): Part {
		let held: readonly string[] | undefined;
		/** What the last pieces match in a row. */
		let row: readonly string[] = [''];
		let isExact = true;
		while (!this.isAtEnd && !'|)'.includes(this.#text.charAt(this.#at))) {
			const piece = this.#piece();
			const longer = piece.exact && product(row, piece.exact);
			if (longer) {
				row = longer;
				continue;
			}
			isExact = false;
			held = better(held, better(row, better(piece.exact, piece.held)));
			row = [''];
		}
		return { exact: isExact ? row : undefined, held: better(held, row) };
	}

	#piece(): Part {
		const atom = this.#atom();
		const [, mark] = /^([?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.#text.slice(this.#at)) ?? [];
		if (mark === undefined) return atom;
		this.#at += mark.length;
		this.#take('?');
		if (mark === '?' || mark === '{0,1}')
			return { exact: atom.exact && union([atom.exact, ['']]), held: undefined };
		const isNeeded = mark === '+' || /^\{[1-9]/.test(mark);
		return isNeeded ? { exact: undefined, held: better(atom.exact, atom.held) } : ANYTHING;
	}

	#atom(): Part {
		const sign = this.#next();
		if (sign === '^' || sign === '$') return NOTHING;
		if (sign === '.') return ANYTHING;
		if (sign === '[') return this.#oneOf();
		if (sign === '(') return this.#group();
		if (sign === '\\') return this.#escaped();
		// Of letters beyond these, which are the same in any case is a science of its own.
		if ('?*+{}'.includes(sign) || /[^\0-\x7f]/.test(sign + sign.toLowerCase() + sign.toUpperCase()))
			if (sign !== '\u2019') throw new Unknown();
		return { exact: [sign.toLowerCase()], held: undefined };
	}

	#group(): Part {
		const [opening = ''] = /^\?(?::|<?[=!])/.exec(this.#text.slice(this.#at)) ?? [];
		this.#at += opening.length;
		if (opening === '' && this.#text.charAt(this.#at) === '?') throw new Unknown();
		const within = this.either();
		if (!this.#take(')')) throw new Unknown();
		return opening === '' || opening === '?:' ? within : NOTHING;
	}

	#oneOf(): Part {
		const [, signs] = /^([a-z]{1,6})\]/i.exec(this.#text.slice(this.#at)) ?? [];
		if (signs !== undefined) {
			this.#at += signs.length + 1;
			return { exact: [...new Set(signs.toLowerCase())], held: undefined };
		}
		while (!this.#take(']')) if (this.#next() === '\\') this.#next();
		return ANYTHING;
	}

	#escaped(): Part {
		const sign = this.#next();
		if ('bB'.includes(sign)) return NOTHING;
		if ('wWdDsS'.includes(sign)) return ANYTHING;
		if (/[\p{L}\p{N}]/u.test(sign)) throw new Unknown();
		return { exact: [sign], held: undefined };
	}

	#next(): string {
		const sign = this.#text.charAt(this.#at);
		if (sign === '') throw new Unknown();
		this.#at += 1;
		return sign;
	}

	#take(sign: string): boolean {
		if (this.#text.charAt(this.#at) !== sign) return false;
		this.#at += 1;
		return true;
	}
}

type Texts = readonly string[] | undefined;

const lengthOf = (texts: readonly string[]) => Math.min(...texts.map(({ length }) => length));

/** Of two lists that each match holds one of, the one that fewer texts hold. */
function better(one: Texts, other: Texts): Texts {
	if (!one || !other) return one ?? other;
	return lengthOf(other) > lengthOf(one) ? other : one;
}

function union(lists: readonly Texts[]): Texts {
	const all = new Set<string>();
	for (const list of lists) {
		if (!list) return undefined;
		for (const text of list) all.add(text);
	}
	return all.size <= MOST ? [...all] : undefined;
}

function product(row: readonly string[], piece: readonly string[]): Texts {
	if (row.length * piece.length > MOST) return undefined;
	return [...new Set(row.flatMap((start) => piece.map((end) => start + end)))];
}
