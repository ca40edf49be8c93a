/** An incident has its times in order, answers every duty, and is closed only when all is done. */
import type { Incident } from '#schemas/incident.ts';
import { dutiesOf } from '../judge/use/incidents.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

const TIMES = ['started', 'noticed', 'known', 'contained', 'putRight', 'closed'] as const;

const duties = (list: string) => `duties: ${list}`;

export const incidentComplete: Rule = {
	id: 'incident-complete',
	phase: 'policy',
	severity: 'error',
	summary:
		'An incident has its times in order, answers every duty to tell someone, and is closed only when its actions are done.',
	why: 'If nobody answered a duty, it was missed. "Does not apply" is a decision, so it needs the name of the person who made it.',
	source: 'Project brief, section 4, ISO/IEC 42001 A.8.4, EU AI Act Art. 73',
	example: {
		in: 'incidents',
		given: [
			{
				in: 'policy',
				data: `incidents:
  severities:
    - { severity: sev-1, means: Somebody is harmed., containMinutes: 15, stopsGates: true }
    - { severity: sev-2, means: Results are wrong outside., containMinutes: 60, stopsGates: true }
    - { severity: sev-3, means: Results are wrong inside., containMinutes: 1440, stopsGates: false }
  duties:
    - { id: council, duty: Tell the council, from: Policy of the council, hours: 48, severities: [sev-3] }`,
			},
		],
		fails: duties('[]'),
		passes: duties('[{ duty: council, done: 2026-10-11T09:00Z, source: Minutes of the council }]'),
	},
	*check(catalogue) {
		const numbers = new Map<string, string>();
		for (const entry of catalogue.incidents.values()) {
			const { number } = entry.data;
			const other = numbers.get(number);
			if (other !== undefined) {
				const message = `the number "${number}" is also the number of incidents/${other}.`;
				yield { entry, path: ['number'], message, fix: 'Give each incident its own number.' };
			}
			numbers.set(number, entry.id);
		}
		for (const entry of catalogue.incidents.values()) {
			yield* inOrder(entry, catalogue);
			yield* answered(entry, catalogue);
			yield* finished(entry);
		}
	},
};

function* inOrder(entry: Entry<'incidents'>, { today }: Catalogue): Generator<Problem> {
	const { data } = entry;
	let before: { name: (typeof TIMES)[number]; at: string } | undefined;
	for (const name of TIMES) {
		const at = data[name]?.at;
		if (at === undefined) continue;
		const path = [name, 'at'];
		if (before && Date.parse(before.at) > Date.parse(at)) {
			const message = `"${name}" is ${at}, before "${before.name}".`;
			yield { entry, path, message, fix: 'Correct one of the two times.' };
		} else if (Date.parse(at) > Date.parse(`${today}T23:59:59Z`)) {
			const message = `"${name}" is ${at}, which is in the future.`;
			yield { entry, path, message, fix: 'Record what has happened.' };
		}
		before = { name, at };
	}
}

function* answered(entry: Entry<'incidents'>, catalogue: Catalogue): Generator<Problem> {
	for (const { id, duty, from, due, state } of dutiesOf(entry.data, catalogue)) {
		const index = entry.data.duties.findIndex((one) => one.duty === id);
		const path = index < 0 ? ['duties'] : ['duties', index];
		if (state === 'unanswered') {
			const message = `nobody has answered the duty "${id}": ${duty} (${from}).`;
			const fix = 'Add it with the time it was done, or with who decided that it does not apply.';
			yield { entry, path, message, fix };
		} else if (state === 'late') {
			const message = `the duty "${id}" was due at ${due}.`;
			const fix = 'Do it now, and record when it was done.';
			yield { entry, path, message, fix, severity: 'warning' };
		}
	}
	const asked = new Set(dutiesOf(entry.data, catalogue).map(({ id }) => id));
	for (const [index, one] of entry.data.duties.entries()) {
		if ('done' in one && one.done !== undefined && one.source === undefined) {
			const message = `the duty "${one.duty}" is done, but it does not say where the report is.`;
			yield { entry, path: ['duties', index], message, fix: 'Add `source`, where the report is.' };
		}
		if (asked.has(one.duty) || !catalogue.knows('duties', one.duty)) continue;
		const message = `the duty "${one.duty}" does not apply to ${entry.data.severity}.`;
		const fix = 'Remove it, or correct the severity.';
		yield { entry, path: ['duties', index, 'duty'], message, fix };
	}
}

/** What must be so before it can be closed. */
function* finished(entry: Entry<'incidents'>): Generator<Problem> {
	const { data } = entry;
	if (!data.closed) return;
	const open = [
		...missing(data),
		...data.actions
			.filter(({ done }) => done === undefined)
			.map(({ what }) => `"${what}" is not done`),
	];
	for (const what of open) {
		const message = `the incident is closed, but ${what}.`;
		yield { entry, path: ['closed'], message, fix: 'Finish it first, or remove `closed`.' };
	}
}

const missing = ({ contained }: Incident): string[] =>
	contained ? [] : ['it does not say when it was contained'];
