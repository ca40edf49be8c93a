/**
 * A user grants the pattern one object for some hours. The grant is personal and ends by itself.
 */
import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';

export const CONTROL = 'access-control';

export interface UserGrant {
	/** Who gave it. */
	by: string;
	/** The moment it was given, with date and time. */
	at: string;
}

const HOUR = 60 * 60_000;

/** @throws Refusal if this user gave no grant, or gave it too long ago. */
export function assertUserGrant(
	grant: Partial<UserGrant>,
	user: string,
	hours: number,
	clock: Clock,
): void {
	const given = Date.parse(grant.at ?? '');
	if (grant.by !== user || Number.isNaN(given))
		throw refused('This user has not given a grant for it.');
	const age = clock.now().getTime() - given;
	if (age >= 0 && age < hours * HOUR) return;
	throw refused(
		`The grant was valid for ${hours} hours and has ended. The user can give a new one.`,
	);
}

const refused = (message: string) => new Refusal(CONTROL, 'no-grant', message);
