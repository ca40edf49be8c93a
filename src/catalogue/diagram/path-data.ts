// Path data in distances instead of places: most lines of a drawing are short, and so are their numbers.

/**
 * The same path in relative commands. It knows those the drawing uses: M, H, V and Q, absolute.
 *
 * @example
 * relativePath('M480 310V377Q480 382 485 382') // => 'm480 310v67q0 5 5 5'
 */
export function relativePath(data: string): string {
	let [x, y] = [0, 0];
	let path = '';
	for (let at = 0; at < data.length; ) {
		const command = data.charAt(at);
		let end = at + 1;
		// Letters come after digits, signs and spaces.
		while (end < data.length && data.charCodeAt(end) < LETTERS) end += 1;
		const values = data
			.slice(at + 1, end)
			.trim()
			.split(' ')
			.map(Number);
		path += command.toLowerCase();
		for (const [index, value] of values.entries()) {
			const downwards = command === 'V' || (command !== 'H' && index % 2 === 1);
			const distance = written(value - (downwards ? y : x));
			// A sign parts two numbers as well as a space does.
			path += index > 0 && !distance.startsWith('-') ? ` ${distance}` : distance;
		}
		if (command === 'H') x = values[0] ?? x;
		else if (command === 'V') y = values[0] ?? y;
		else [x = 0, y = 0] = values.slice(-2);
		at = end;
	}
	return path;
}

const LETTERS = 65;

/** A number without a zero before its point. */
function written(value: number): string {
	const text = String(value);
	if (text.startsWith('0.')) return text.slice(1);
	return text.startsWith('-0.') ? `-${text.slice(2)}` : text;
}
