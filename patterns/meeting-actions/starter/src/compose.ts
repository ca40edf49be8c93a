/** Node compose: accepted lines as one email, with names instead of marks. */
import { type FollowUp, inWords, type ListLine, standing } from './follow-up.ts';

export interface Email {
	draftSubject: string;
	draftBody: string;
}

const PARTS = [
	['decision', 'Decided'],
	['action', 'To do'],
	['open-point', 'Open'],
] as const;

/** The email of a list. It names no recipients: the organiser adds them and sends it. */
export function composeEmail(list: FollowUp): Email {
	const { unmask } = list.masking;
	const lines = standing(list);
	const parts = PARTS.flatMap(([kind, heading]) => {
		const own = lines.filter(({ now }) => now.kind === kind);
		return own.length > 0 ? [[heading, ...own.map(asPoint)].join('\n')] : [];
	});
	const body = [
		...parts,
		`Are you named here, but did not agree? Refuse the line within five working days. List ${list.trace}.`,
	];
	return {
		draftSubject: unmask(`Follow-up: ${list.title}`),
		draftBody: unmask(body.join('\n\n')),
	};
}

const asPoint = ({ now }: ListLine) => `- ${inWords(now)}`;
