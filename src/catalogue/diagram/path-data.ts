// Path data in distances instead of places: most lines of a drawing are short, and so are their numbers.

const COMMAND = /([MHVQ])([^MHVQ]*)/g;

/**
 * The same path in relative commands. It knows those the drawing uses: M, H, V and Q, absolute.
 *
 * @example
 * relativePath('M480 310V377Q480 382 485 382') // => 'm480 310v67q0 5 5 5'
 */
export function relativePath(data: string): string {
	let [x, y] = [0, 0];
	let path = '';
	for (const [, command = '', numbers = ''] of data.matchAll(COMMAND)) {
		const values = numbers.trim().split(' ').map(Number);
		const from = { H: [x], V: [y] }[command] ?? [x, y];
		const distances = values.map((value, index) => value - (from[index % from.length] ?? 0));
		path += command.toLowerCase() + joined(distances);
		if (command === 'H') x = values[0] ?? x;
		else if (command === 'V') y = values[0] ?? y;
		else [x = 0, y = 0] = values.slice(-2);
	}
	return path;
}

/** Numbers with a space only where a sign does not part them, and without a zero before the point. */
function joined(values: readonly number[]): string {
	return values
		.map((value) => String(value).replace(/^(-?)0\./, '$1.'))
		.map((value, index) => (index > 0 && !value.startsWith('-') ? ` ${value}` : value))
		.join('');
}
