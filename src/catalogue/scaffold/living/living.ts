/**
 * The example organisation: what a catalogue looks like once people use it. Everything here is
 * invented, says so, and is made again from the content by one command.
 */

import { stringify } from 'yaml';
import { collections } from '#schemas/index.ts';
import type { CatalogueRecord } from '#schemas/record.ts';
import { recordFileName, recordPath } from '../../judge/records/place.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { NewFile } from '../prompt.ts';
import { approvalsFor, formerApprovals } from './approvals.ts';
import { endedPatterns, formerPattern } from './ended-patterns.ts';
import { incidentsFor } from './incidents.ts';
import { outcomes } from './outcomes.ts';
import { recordsFor } from './records.ts';
import { monthsUntil, moved, TOLD_ON } from './told.ts';
import { before, type ExampleUse, useCasesFor } from './use-cases.ts';

/** Collections whose entries the command writes, each file with the mark `example: true`. */
const EXAMPLE_COLLECTIONS = [
	'outcomes',
	'use-cases',
	'incidents',
	'records',
	'approvals',
	'withdrawn',
	'models',
	'patterns',
] as const;

const folders = EXAMPLE_COLLECTIONS.map((name) => collections[name].file.replace(/\{id\}.*$/, ''));

/** Whether a file is one that the command writes: by its place, and by its own word. */
export const isExampleFile = (path: string, text: string): boolean =>
	folders.some((folder) => path.startsWith(folder)) && /^(?:# )?example: true$/m.test(text);

const HEAD =
	'# Example data: everything here is invented. npm run catalogue -- example makes it.\n';

const yamlFile = (path: string, data: unknown): NewFile => ({
	path,
	text: HEAD + stringify(data, { aliasDuplicateObjects: false, lineWidth: 0 }),
});

const place = (name: (typeof EXAMPLE_COLLECTIONS)[number], id: string) =>
	collections[name].file.replace('{id}', id);

const useFile = ({ id, data }: ExampleUse) => yamlFile(place('use-cases', id), data);

/** Kept in each outcome, so that the next run tells the example from the same day. */
const toldLine = (day: string) => (day === TOLD_ON ? '' : `# Told as of ${day}.\n`);

/** The day from which the example data that is there is told. */
export function toldDay(texts: Iterable<string>): string {
	for (const text of texts) {
		const day = /^# Told as of (\d{4}-\d{2}-\d{2})\.$/m.exec(text)?.[1];
		if (day) return day;
	}
	return TOLD_ON;
}

/** The first step: outcomes and uses, from a catalogue without them. */
export function designs(catalogue: Catalogue, day: string): NewFile[] {
	const months = monthsUntil(day);
	return [
		...endedPatterns(catalogue, months),
		...Object.entries(moved(outcomes, months))
			.map(([id, data]) => yamlFile(place('outcomes', id), data))
			.map(({ path, text }) => ({ path, text: `${toldLine(day)}${text}` })),
		...useCasesFor(catalogue, months).map(useFile),
	];
}

/** The same with each use, and the older pattern, as they were in their versions before. */
export function formerDesigns(catalogue: Catalogue, day: string): NewFile[] {
	const months = monthsUntil(day);
	const former = [
		...useCasesFor(catalogue, months)
			.flatMap((use) => before(use) ?? [])
			.map(useFile),
		...formerPattern(catalogue, months),
	];
	const paths = new Set(former.map(({ path }) => path));
	return [...designs(catalogue, day).filter(({ path }) => !paths.has(path)), ...former];
}

/** The second step: what was signed, recorded and went wrong, from a catalogue with the uses. */
export function lives(catalogue: Catalogue, former: Catalogue, day: string): NewFile[] {
	const months = monthsUntil(day);
	const subjects = [...catalogue.patterns.values(), ...catalogue['use-cases'].values()];
	return [
		...Object.entries(moved(incidentsFor(catalogue), months)).map(([id, data]) =>
			yamlFile(place('incidents', id), data),
		),
		...subjects.flatMap((subject) =>
			recordFiles(subject.collection, subject.id, recordsFor(subject, catalogue, months)),
		),
		...formerApprovals(former, months),
		...approvalsFor(catalogue, months),
	];
}

/** One file for each kind and month of adding, or metric; oldest first. */
function recordFiles(
	collection: 'patterns' | 'use-cases',
	subject: string,
	all: readonly CatalogueRecord[],
): NewFile[] {
	const files = new Map<string, CatalogueRecord[]>();
	for (const record of all) {
		const path = recordPath(collection, subject, record.kind, recordFileName(record));
		files.set(path, [...(files.get(path) ?? []), record]);
	}
	return [...files].map(([path, records]) => {
		records.sort((a, b) => (a.added.on < b.added.on ? -1 : a.added.on > b.added.on ? 1 : 0));
		return yamlFile(path, { example: true, records });
	});
}
