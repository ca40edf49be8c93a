/** Incidents of a use case: which are open, how fast they were contained, which duties are due. */
import type { Incident } from '#schemas/incident.ts';
import type { Policy } from '#schemas/policy.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { keeper } from '../../model/keep.ts';

type Severity = Policy['incidents']['severities'][number];

const keepIncidents = keeper<Map<string, Entry<'incidents'>[]>>('incidents by use');

/** Incidents of a use case up to today, newest first. */
export function incidentsOf(
	{ id }: Pick<Entry<'use-cases'>, 'id'>,
	{ incidents, today }: Pick<Catalogue, 'incidents' | 'today'>,
): Entry<'incidents'>[] {
	const kept = keepIncidents(incidents, '', () => group(incidents));
	return (kept.get(id) ?? []).filter(({ data }) => dayOf(data.noticed.at) <= today);
}

function group(incidents: Catalogue['incidents']): Map<string, Entry<'incidents'>[]> {
	const found = new Map<string, Entry<'incidents'>[]>();
	for (const entry of incidents.values()) {
		const list = found.get(entry.data.use) ?? [];
		found.set(entry.data.use, list);
		list.push(entry);
	}
	for (const list of found.values())
		list.sort((a, b) => Date.parse(b.data.noticed.at) - Date.parse(a.data.noticed.at));
	return found;
}

/** The day of a moment, in UTC. */
export const dayOf = (moment: string): string => new Date(moment).toISOString().slice(0, 10);

/** Whole minutes from one moment to another. */
const minutesBetween = (from: string, to: string): number =>
	Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

export const isOpen = ({ closed }: Incident, today: string): boolean =>
	closed === undefined || dayOf(closed.at) > today;

/** Open incidents, each with whether it stops the use from moving on. */
export function openIncidents(
	useCase: Pick<Entry<'use-cases'>, 'id'>,
	catalogue: Pick<Catalogue, 'incidents' | 'today' | 'policy'>,
): { entry: Entry<'incidents'>; stopsGates: boolean }[] {
	return incidentsOf(useCase, catalogue)
		.filter(({ data }) => isOpen(data, catalogue.today))
		.map((entry) => ({
			entry,
			stopsGates: severityOf(entry.data, catalogue)?.stopsGates ?? true,
		}));
}

export const severityOf = (
	{ severity }: Incident,
	{ policy }: Pick<Catalogue, 'policy'>,
): Severity | undefined => policy.incidents.severities.find((one) => one.severity === severity);

/** Minutes from the moment somebody noticed until no further harm could happen. */
export const containedIn = ({ noticed, contained }: Incident): number | undefined =>
	contained && minutesBetween(noticed.at, contained.at);

export interface DutyState {
	id: string;
	duty: string;
	from: string;
	/** When the clock started: the moment the incident was known. */
	started: string;
	/** When it must be done; undefined where it does not apply. */
	due: string | undefined;
	/** `open` still has time; `late` has none left, or was done after it. */
	state: 'done' | 'late' | 'open' | 'does-not-apply' | 'unanswered';
	done: string | undefined;
	decision: { by: string; on: string; because: string } | undefined;
}

/** Every duty that the policy has for this severity, and how far it is at the end of today. */
export function dutiesOf(
	incident: Incident,
	{ policy, today }: Pick<Catalogue, 'policy' | 'today'>,
): DutyState[] {
	const asked = policy.incidents.duties.filter(({ severities }) =>
		severities.includes(incident.severity),
	);
	return asked.map(({ id, duty, from, hours }) => {
		const answer = incident.duties.find((one) => one.duty === id);
		const started = incident.known.at;
		const common = { id, duty, from, started };
		if (!answer)
			return {
				...common,
				due: undefined,
				state: 'unanswered',
				done: undefined,
				decision: undefined,
			};
		if ('doesNotApply' in answer)
			return {
				...common,
				due: undefined,
				state: 'does-not-apply',
				done: undefined,
				decision: answer.doesNotApply,
			};
		const end = Date.parse(started) + hours * 3_600_000;
		const { done } = answer;
		const late =
			done === undefined ? Date.parse(`${today}T23:59:59Z`) > end : Date.parse(done) > end;
		return {
			...common,
			due: new Date(end).toISOString().replace(':00.000Z', 'Z'),
			state: late ? 'late' : done === undefined ? 'open' : 'done',
			done,
			decision: undefined,
		};
	});
}
