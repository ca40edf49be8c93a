/** How far the seats are with the content of each pattern: who signed it, who has still to. */
import { type CouncilSeat, councilSeat, status as statuses } from '#schemas/vocabularies.ts';
import { patternDigest } from '../judge/approval/digest.ts';
import { standingOf } from '../judge/approval/standing.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { inside, listOf } from '../words/phrase.ts';

/** A draft is not up for approval; anything else is as soon as a byte of its folder changed. */
export function needsApproval(
	pattern: Entry<'patterns'>,
	base: Catalogue,
	head: Catalogue,
): boolean {
	if (pattern.data.status === 'draft') return false;
	const before = base.patterns.get(pattern.id);
	return !before || patternDigest(before, base) !== patternDigest(pattern, head);
}

/** Seats whose approval of the content as it is now is missing, or over. */
export function seatsToSign(pattern: Entry<'patterns'>, head: Catalogue): CouncilSeat[] {
	const { missing, expired } = standingOf(pattern, head);
	return [...missing, ...expired];
}

/** One line for each pattern that is up for approval, and for each new draft, which is not. */
export function signaturesOf(base: Catalogue, head: Catalogue): string[] {
	return [...head.patterns.values()].flatMap((pattern) => {
		const { title, status } = pattern.data;
		const isNew = !base.patterns.has(pattern.id);
		const name = `${title} (${isNew ? 'new, ' : ''}${inside(statuses.label(status))})`;
		if (status === 'draft') return isNew ? [`${name}: no seat signs a draft`] : [];
		if (!needsApproval(pattern, base, head)) return [];
		const open = seatsToSign(pattern, head);
		const { seats, approvals } = standingOf(pattern, head);
		const signed = seats.filter((seat) => !open.includes(seat));
		const invented = approvals.some(({ example }) => example) ? ' (example data)' : '';
		const said = [
			signed.length > 0 ? `signed by ${seatWords(signed)}${invented}` : 'signed by no seat yet',
			open.length > 0 ? `still to sign: ${seatWords(open)}` : 'no seat is left to sign',
		];
		return [`${name}: ${said.join('; ')}`];
	});
}

const seatWords = (seats: readonly CouncilSeat[]) => listOf(seats.map(councilSeat.label));
