/**
 * Nodes start, entry and record: can a list be made of this meeting, and can its record be read?
 */
import { type Connector, ConnectorDown } from './connectors/connector.ts';
import { assertDelegated, type Caller } from './controls/access-control.ts';
import { assertMayBeRead } from './controls/data-classification.ts';
import { limitsShape } from './controls/rate-spend-limits.ts';
import { assertTrained } from './controls/role-training.ts';
import { assertUserGrant } from './controls/user-grant.ts';
import type { Attendee } from './names.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, flag, list, number, optional, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import { type FollowUpRequest, openRequestCount } from './requests.ts';
import { counted } from './run/counted.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import type { Watch } from './watch.ts';

const entryShape = fields({ grantHours: number });

const aboutShape = fields({
	organiser: text,
	grantedBy: optional(text),
	grantedAt: optional(text),
	guests: flag,
	notice: flag,
	tags: list(text),
	series: optional(text),
});
export type About = ReturnType<typeof aboutShape>;
const ABOUT = ['organiser', 'grantedBy', 'grantedAt', 'guests', 'notice', 'tags', 'series'];

const recordShape = fields({
	title: text,
	attended: list(fields({ id: text, name: text })),
	absent: list(text),
	text: optional(text),
});
/** The record as it stands, with names. */
export interface MeetingRecord {
	title: string;
	attended: readonly Attendee[];
	absent: readonly string[];
	text: string;
}

export interface Entry {
	/**
	 * Lets the request in, or refuses it before the record is read. A second try does not count
	 * again.
	 */
	admit: (run: Run, request: FollowUpRequest, isAgain: boolean) => Promise<About>;
	/** Reads the one record. */
	readRecord: (run: Run, request: FollowUpRequest) => Promise<MeetingRecord>;
	/**
	 * @throws Refusal if the grant has ended since. The mail system refuses a grant that was
	 * withdrawn.
	 */
	assertGranted: (about: About) => void;
	callerFor: (person: string, trace: string) => Caller;
}

export function openEntry(services: Services, mail: Connector, watch: Watch): Entry {
	const { root, access, clock, killSwitch, limits, overrides, training } = services;
	const { grantHours } = readPolicy(root, 'policy/entry.yaml', entryShape);
	const { item } = readPolicy(root, 'policy/limits.yaml', limitsShape);
	const count = openRequestCount(item?.meetingsOfAPersonADay ?? 0, clock);
	const callerFor = (person: string, trace: string): Caller => ({
		service: access.service,
		onBehalfOf: person,
		trace,
	});
	const assertGranted = ({ organiser, grantedBy: by, grantedAt: at }: About) =>
		assertUserGrant({ ...(by && { by }), ...(at && { at }) }, organiser, grantHours, clock);

	/**
	 * Whose meeting it is, whether everyone was told, and whether everyone is from inside the
	 * company.
	 */
	function assertMayAsk(run: Run, about: About, by: string): void {
		if (by !== about.organiser) {
			watch.tell(run, 'A list was asked for by someone who did not run the meeting.');
			const message = 'Only the person who ran the meeting may ask for its list.';
			throw new Refusal('access-control', 'not-organiser', message);
		}
		assertGranted(about);
		if (about.guests) {
			const message = 'People from outside took part; this pattern is for internal meetings.';
			throw new Refusal('access-control', 'not-internal', message);
		}
		if (about.notice) return;
		const message = 'The invitation does not say that the meeting is recorded.';
		throw new Refusal('access-control', 'no-notice', message);
	}

	return {
		callerFor,
		assertGranted,
		admit: async (run, { meeting, by, kind }, isAgain) => {
			run.at('start');
			run.signals({ 'aicat.meeting.record_kind': kind });
			killSwitch.assertOn();
			run.passed('incident-playbook', 'The switch meeting_actions.enabled is on.');
			run.at('entry');
			if (!isAgain) watch.count(run, by, () => count.take(by));
			assertDelegated(access, clock);
			assertTrained(by, training);
			run.passed('role-training', 'The organiser is on the training record.');
			const caller = callerFor(by, run.trace);
			const about = aboutShape(await reached(mail.read(meeting, ABOUT, caller)), 'meeting');
			assertMayAsk(run, about, by);
			overrides.assertFree(meeting);
			if (about.series && limits.isPaused()) {
				const message = 'It is one of a series; series wait until tomorrow.';
				throw new Refusal('rate-spend-limits', 'series-paused', message);
			}
			run.passed(
				'access-control',
				'Asked for by the organiser. The grant is valid, everyone is internal, everyone was told.',
			);
			run.at('record');
			assertMayBeRead(about.tags, access);
			run.passed('data-classification', `Class ${access.ceiling}, and no tag that keeps it here.`);
			return about;
		},
		readRecord: async (run, { meeting, by, pasted }) => {
			run.at('record');
			const names = ['title', 'attended', 'absent', ...(pasted ? [] : ['text'])];
			const caller = callerFor(by, run.trace);
			const read = recordShape(await reached(mail.read(meeting, names, caller)), 'meeting');
			const source = pasted ?? read.text;
			if (!source) throw unreadable('There is no record of this meeting');
			const people = counted(read.attended.length, 'person', 'people');
			run.done(`${pasted ? 'Pasted notes' : 'One record'}, ${people} present.`);
			return { ...read, text: source };
		},
	};
}

async function reached<T>(reading: Promise<T>): Promise<T> {
	try {
		return await reading;
	} catch (error) {
		if (!(error instanceof ConnectorDown)) throw error;
		throw unreadable('The email system does not answer');
	}
}

const unreadable = (what: string) =>
	new Refusal(undefined, 'record-unreadable', `${what}; paste your notes into the form.`);
