/** The evaluation runs of a pattern or use case, with the paths of their pages. */
import { recordsOf, type Subject } from '../../judge/records/kept.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { type Block, joined, link, text } from '../blocks.ts';
import type { Run } from './trend.ts';

/** Path of the page of a run, below the page of its subject. */
export const runPath = (subject: Pick<Subject, 'collection' | 'id'>, run: number): string =>
	`${entryPath(subject)}evaluation/${run}/`;

/** Every run of a pattern or use case up to today, oldest first; each number once. */
export function runsOf(subject: Subject, catalogue: Catalogue): Run[] {
	const runs = recordsOf(subject, 'evaluation', catalogue).filter(
		({ record }) => record.on <= catalogue.today,
	);
	const byNumber = new Map(runs.map((run) => [run.record.run, run]));
	return [...byNumber.values()].sort((a, b) => a.record.run - b.record.run);
}

/** The newest runs of a subject, each with a page of its own; nothing where there is none. */
export function runLinks(subject: Subject, catalogue: Catalogue): Block[] {
	const runs = runsOf(subject, catalogue).slice(-5).reverse();
	if (runs.length === 0) return [];
	const links = runs.map(({ record: { run } }) => link(`run ${run}`, runPath(subject, run)));
	return [text(['By group, with the cases that would decide it: ', joined(links), '.'], 'small')];
}

/** Every subject with runs, for the paths of their pages. */
export function evaluated(catalogue: Catalogue): { subject: Subject; runs: Run[] }[] {
	const subjects: Subject[] = [...catalogue.patterns.values(), ...catalogue['use-cases'].values()];
	return subjects
		.map((subject) => ({ subject, runs: runsOf(subject, catalogue) }))
		.filter(({ runs }) => runs.length > 0);
}
