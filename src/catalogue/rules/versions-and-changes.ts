/** The change log and the version agree, newest first. */
import type { Change } from '#schemas/fields.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

export const versionsAndChanges: Rule = {
	id: 'versions-and-changes',
	phase: 'structure',
	severity: 'error',
	summary:
		'The newest change has the version of the entry. Versions and dates run from newest to oldest.',
	why: 'A team that uses an earlier version reads the change log to find out if it must act. If a change is missing, or a breaking change is called small, the log misleads them.',
	source: 'Project brief, section 3, how prompts are versioned',
	example: {
		in: 'risks',
		fails: `version: "1.1.0"
changes:
  - { version: "1.0.0", date: 2026-11-01, impact: minor, summary: First version of it. }`,
		passes: `version: "1.1.0"
changes:
  - { version: "1.1.0", date: 2026-11-20, impact: minor, summary: A second cause. }
  - { version: "1.0.0", date: 2026-11-01, impact: minor, summary: First version of it. }`,
	},
	*check({ all }) {
		for (const map of Object.values(all)) {
			for (const entry of map.values()) yield* check(entry);
		}
	},
};

function* check(entry: Entry): Generator<Problem> {
	const { data } = entry;
	if (!('version' in data)) return;
	const key = 'catalogue.changes' in data ? 'catalogue.changes' : 'changes';
	const changes: Change[] | undefined =
		'catalogue.changes' in data
			? data['catalogue.changes']
			: 'changes' in data
				? data.changes
				: undefined;
	const [newest] = changes ?? [];
	if (!changes || !newest) return;
	if (newest.version !== data.version) {
		yield {
			entry,
			path: [key, 0, 'version'],
			message: `the newest change is ${newest.version}, but the version is ${data.version}.`,
			fix: 'Add the change on top of the list, or correct the version.',
		};
	}
	for (const [index, change] of changes.entries()) {
		const older = changes[index + 1];
		const at = (field: string) => [key, index, field];
		if (change.impact === 'major' && !change.action && older) {
			yield {
				entry,
				path: at('impact'),
				message: `the breaking change ${change.version} does not say what teams must do.`,
				fix: 'Say in `action` what they must do, and by when.',
			};
		}
		if (!older) continue;
		if (order(change.version, older.version) <= 0) {
			yield {
				entry,
				path: at('version'),
				message: `${change.version} comes before ${older.version}.`,
				fix: 'Put the newest change first, each version once.',
			};
		} else if (impactOf(change.version, older.version) !== change.impact) {
			const impact = impactOf(change.version, older.version);
			yield {
				entry,
				path: at('impact'),
				message: `from ${older.version} to ${change.version} is a ${impact} step, but the change is called ${change.impact}.`,
				fix: `Write impact: ${impact}, or raise the version accordingly.`,
			};
		}
		if (change.date < older.date) {
			yield {
				entry,
				path: at('date'),
				message: `the change of ${change.date} is older than the one below it.`,
				fix: 'Correct the date, or the order.',
			};
		}
	}
}

const parts = (version: string) => version.split('.').map(Number);

function order(a: string, b: string): number {
	const [left, right] = [parts(a), parts(b)];
	const index = left.findIndex((value, place) => value !== right[place]);
	return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

function impactOf(newer: string, older: string): Change['impact'] {
	const [left, right] = [parts(newer), parts(older)];
	if (left[0] !== right[0]) return 'major';
	return left[1] !== right[1] ? 'minor' : 'patch';
}
