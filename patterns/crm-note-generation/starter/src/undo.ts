/** Node undo: the owner or a team lead brings back the version before, without asking anyone. */
import { crmDown } from './account.ts';
import { type Acted, PATTERN } from './acts.ts';
import { DAY } from './clock.ts';
import { ConnectorDown } from './connectors/connector.ts';
import { CONTROL, overrideShape } from './controls/human-override.ts';
import { ownerOf } from './intake.ts';
import type { Note } from './lines.ts';
import { readPolicy } from './policy/read-policy.ts';
import { Refusal, refusalOf, SetupError } from './refusal.ts';
import { openRun, type Run } from './run/run.ts';
import type { Services } from './services.ts';
import type { Systems } from './systems.ts';

interface Saved {
	owner: string;
	trace: string;
	note: Note;
}

export interface Restoring {
	/** Remembers a note that was saved. */
	saved: (id: string, note: Saved) => void;
	/**
	 * It does not ask the switch: you must be able to undo what was drafted before it was turned off.
	 */
	undo: (id: string, by: string) => Promise<Run>;
}

export function openUndo(services: Services, systems: Systems, acted: Acted): Restoring {
	const { clock, overrides, root } = services;
	const { undoDays } = readPolicy(root, 'policy/override.yaml', overrideShape);
	if (undoDays === undefined) {
		throw new SetupError('policy/override.yaml has no undoDays.', 'Set it to 30.');
	}
	const notes = new Map<string, Saved & { at: number }>();
	const mayUndo = (id: string, by: string): Saved => {
		const found = notes.get(id);
		if (!found) throw refused('not-saved', `There is no saved note of ${id} to undo.`);
		if (by !== found.owner && !systems.isLead(by)) {
			throw refused('not-theirs', `${by} is neither the owner nor a team lead.`);
		}
		if (clock.now().getTime() - found.at <= undoDays * DAY) return found;
		throw refused('too-late', `The note is older than ${undoDays} days.`);
	};
	return {
		saved: (id, note) => void notes.set(id, { ...note, at: clock.now().getTime() }),
		undo: async (id, by) => {
			const run = openRun(id, PATTERN, services, notes.get(id)?.trace);
			run.at('undo');
			try {
				const { owner, trace, note } = mayUndo(id, by);
				await systems.crm.restore(id, ownerOf(services, by, trace));
				notes.delete(id);
				overrides.record({ item: id, trace, by, word: 'undone', before: { ...note }, after: {} });
				acted(id, { trace, by, word: 'undone' });
				const whose = by === owner ? 'their own note' : `the note of ${owner}`;
				run.passed('human-override', `${by} undid ${whose}; no reason is asked.`);
				run.at('note');
				run.done('The previous version is restored.');
				run.end('applied');
			} catch (error) {
				run.refuse(error instanceof ConnectorDown ? crmDown() : refusalOf(error), 'left');
			}
			return run;
		},
	};
}

const refused = (reason: string, message: string) => new Refusal(CONTROL, reason, message);
