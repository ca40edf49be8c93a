/**
 * Nodes organiser, right, compose and mail-draft: one person, one line at a time, one unsent email.
 */
import type { Line } from './check.ts';
import { composeEmail, type Email } from './compose.ts';
import { type Connector, ConnectorDown } from './connectors/connector.ts';
import { openGate } from './controls/approval-gate.ts';
import { secondsToAccept } from './drift.ts';
import type { Entry } from './entry.ts';
import { allDecided, type FollowUp, type ListLine, type State, standing } from './follow-up.ts';
import { Refusal } from './refusal.ts';
import { counted } from './run/counted.ts';
import { openRun, type Run } from './run/run.ts';
import type { Services } from './services.ts';

/** A line as the organiser reads it, in marks; the digest says which text was read. */
export interface Shown {
	id: string;
	line: Line;
	digest: string;
}

export interface Review {
	run: Run;
	lines: readonly Shown[];
	/** Who the marks stand for. */
	legend: [mark: string, name: string][];
	/** Accepts the text that was shown. A digest of any other text is refused. */
	accept: (id: string, digest: string) => Promise<void>;
	/** Changes a line. It counts as accepted, because the words are the organiser's own. */
	change: (id: string, change: Partial<Line>) => Promise<void>;
	drop: (id: string) => Promise<void>;
	/** Adds a line that was missing. */
	add: (line: Line) => Promise<void>;
	/**
	 * The email as saved. `copy` contains it if it could not be saved, and it is kept nowhere else.
	 */
	email: () => { saved: boolean; copy: Email } | undefined;
}

type Saved = { saved: boolean; copy: Email };
export type SaveEmail = (run: Run, list: FollowUp) => Promise<Saved>;

interface Around {
	mail: Connector;
	entry: Entry;
}

export function openReviews(
	services: Services,
	{ validMinutes }: { validMinutes: number },
	{ mail, entry }: Around,
) {
	const { clock, overrides, audit } = services;
	const gate = openGate<Line>({ validMinutes }, clock);
	const key = ({ meeting }: FollowUp, id: string) => `${meeting}/${id}`;

	const saveEmail: SaveEmail = async (run, list) => {
		run.at('compose');
		const copy = composeEmail(list);
		run.done(`Names are back in ${counted(standing(list).length, 'accepted line')}.`);
		run.at('mail-draft');
		try {
			services.killSwitch.assertOn();
			entry.assertGranted(list.about);
			await mail.write(list.meeting, { ...copy }, entry.callerFor(list.organiser, list.trace));
			run.done('One unsent email without recipients is in the mailbox of the organiser.');
			return { saved: true, copy };
		} catch (error) {
			if (!(error instanceof Refusal || error instanceof ConnectorDown)) throw error;
			run.done(`${error.message} The email is shown for copying and is not kept.`);
			return { saved: false, copy };
		}
	};

	function decided(run: Run, list: FollowUp, line: ListLine, state: State, now: Line): void {
		const before = inMarks(list, line.now);
		Object.assign(line, { state, now });
		const word = state === 'accepted' ? 'accepted' : state === 'edited' ? 'edited' : 'rejected';
		const about = { item: list.meeting, trace: list.trace, by: list.organiser, word } as const;
		const changed = overrides.record({ ...about, before, after: inMarks(list, now) });
		audit.line('person', { ...about, line: line.id, changed });
		run.child('user action', { 'aicat.user.action': word });
		run.at('right');
		const says = `${line.id} ${word}${changed.length > 0 ? `: ${changed.join(', ')}` : ''}.`;
		if (word === 'accepted') run.passed('human-override', says);
		else run.changed('human-override', says);
	}

	function review(list: FollowUp | undefined, by: string): Review {
		if (!list) throw refused('There is no draft of this meeting.');
		if (by !== list.organiser) throw refused('Only the person who ran the meeting decides on it.');
		const run = openRun(list.meeting, 'review', services, list.trace);
		list.openedAt ??= clock.now();
		run.at('organiser');
		const shown = list.lines
			.filter(({ state }) => state === 'open')
			.map(({ id, now }) => {
				const { digest } = gate.propose(key(list, id), now, list.organiser);
				return { id, line: structuredClone(now), digest };
			});
		run.done(
			`${counted(shown.length, 'line')} to read, each beside its quote; no key accepts them all.`,
		);
		let saved: Saved | undefined;
		const openLine = (id: string): ListLine => {
			const found = list.lines.find((line) => line.id === id && line.state === 'open');
			if (found) return found;
			throw refused(`There is no open line "${id}".`);
		};
		const finish = async () => {
			if (!allDecided(list)) return;
			if (!list.acceptedAt) {
				list.acceptedAt = clock.now();
				run.signals({ 'aicat.meeting.seconds_to_accept': secondsToAccept(list) });
			}
			saved = await saveEmail(run, list);
			run.end('applied');
		};
		return {
			run,
			lines: shown,
			legend: list.masking.legend(shown.map(({ line }) => Object.values(line).join(' ')).join(' ')),
			accept: async (id, digest) => {
				const line = openLine(id);
				gate.decide(key(list, id), by, 'accept', digest);
				gate.perform(key(list, id), (now) => decided(run, list, line, 'accepted', now));
				await finish();
			},
			change: async (id, change) => {
				const line = openLine(id);
				decided(run, list, line, 'edited', { ...line.now, ...change });
				await finish();
			},
			drop: async (id) => {
				const line = openLine(id);
				decided(run, list, line, 'rejected', line.now);
				await finish();
			},
			add: async (now) => {
				const line: ListLine = {
					id: `L${list.lines.length + 1}`,
					drafted: undefined,
					now,
					state: 'open',
				};
				list.lines.push(line);
				decided(run, list, line, 'edited', now);
				await finish();
			},
			email: () => saved,
		};
	}

	return { review, saveEmail };
}

/** What a person wrote may contain names; records of what people did contain marks. */
const inMarks = ({ masking }: FollowUp, line: Line): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(line).map(([name, value]) => [name, value && masking.mask(value)]),
	);

const refused = (message: string) => new Refusal('human-override', 'not-decided', message);
