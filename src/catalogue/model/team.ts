/** The teams of the organisation. */
import type { Catalogue } from './catalogue.ts';

/** Name of a team and where it is reached. */
export function teamOf(id: string, { organisation }: Catalogue): { name: string; contact: string } {
	return (
		organisation.teams.find((team) => team.id === id) ?? {
			name: id,
			contact: 'No contact yet',
		}
	);
}
