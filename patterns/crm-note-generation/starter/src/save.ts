/**
 * Nodes save, note and follow-up: six fields under the owner's own sign-in, and unsent
 * appointments.
 */
import { type Account, crmDown } from './account.ts';
import { ConnectorDown } from './connectors/connector.ts';
import { assertNothingRemains } from './controls/data-loss-prevention.ts';
import { ownerOf, type Request } from './intake.ts';
import { keptLine, type Line, type Note } from './lines.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import type { Systems } from './systems.ts';

export type SaveNote = (
	run: Run,
	request: Request,
	note: Note,
	about: { account: Pick<Account, 'name'>; lines: readonly Line[] },
) => Promise<void>;

export function openSaving(
	services: Services,
	{ crm, calendar }: Systems,
	calendarDrafts: boolean,
): SaveNote {
	return async (run, { id, owner }, note, { account, lines }) => {
		run.at('save');
		services.killSwitch.assertOn();
		assertMasked(note, services);
		run.passed('data-loss-prevention', 'There is nothing to replace in the accepted text.');
		const caller = ownerOf(services, owner, run.trace);
		try {
			await crm.write(id, { ...note }, caller);
		} catch (error) {
			throw error instanceof ConnectorDown ? crmDown() : error;
		}
		run.at('note');
		run.done(`Saved as a new version by ${owner}: six fields, with the trace id.`);
		if (!calendarDrafts) return;
		run.at('follow-up');
		const ours = lines.flatMap((line) => keptLine(line) ?? []).filter(isOursDated);
		try {
			for (const { text, due } of ours) {
				await calendar.draft({ title: text, date: due, account: account.name }, caller);
			}
			run.done(`Unsent appointments without attendees: ${ours.length}.`);
		} catch (error) {
			// The note is saved, so a failure here must not look as if it were not.
			if (!(error instanceof ConnectorDown)) throw error;
			run.done('The calendar does not answer: no appointment was made.');
		}
	};
}

const isOursDated = ({ kind, due }: Line) => kind === 'ours' && due !== undefined;

/**
 * What a person accepted is never changed without their knowledge. It is saved as it is, or not at
 * all.
 */
function assertMasked({ note_trace_id: _, ...texts }: Note, { redact }: Services): void {
	for (const source of Object.values(texts).flat()) {
		if (source === null) continue;
		const redacted = redact(source);
		assertNothingRemains(redacted);
		if (redacted.text === source) continue;
		const message = `The text contains what must be masked: ${Object.keys(redacted.replaced).join(', ')}.`;
		throw new Refusal('data-loss-prevention', 'sensitive-data-left', message);
	}
}
