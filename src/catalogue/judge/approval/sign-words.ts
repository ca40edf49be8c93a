import type { CouncilSeat } from '#schemas/vocabularies.ts';

/** The command with which a seat approves. */
export const signCommand = (name: string, seat: string): string =>
	`npm run approve -- ${name} --seat ${seat}`;

/**
 * The same for every seat that has to: the first seat is filled in, the others follow in words.
 *
 * @example
 * signWords('risks/leak', ['technology', 'security'])
 * // => 'npm run approve -- risks/leak --seat technology. Then: --seat security'
 */
export function signWords(name: string, seats: readonly CouncilSeat[]): string {
	const [first = 'SEAT', ...others] = seats;
	const then =
		others.length > 0 ? `. Then: ${others.map((one) => `--seat ${one}`).join(', ')}` : '';
	return signCommand(name, first) + then;
}
