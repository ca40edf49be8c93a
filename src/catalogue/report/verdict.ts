/**
 * Judges a proposal by the rules that hold today: the code that runs this, with the policy and the
 * organisation of the base. The proposal is read as data, so what it changes in the checks, the
 * policy or the roster has no say in whether it passes.
 */

import { collectionNames, collections } from '#schemas/index.ts';
import { lostRecords } from '../judge/records/history.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { type Finding, sortFindings } from '../model/finding.ts';
import type { Loaded } from '../model/loaded.ts';
import { placeOf, type SourceFile } from '../read/files.ts';
import { locate } from '../read/parse/entry.ts';
import {
	councilChanges,
	freshApprovals,
	isInvented,
	keptApprovals,
} from './approval-comparisons.ts';
import { type TouchedJudge, touchedJudges } from './judges.ts';
import { missingFrom } from './quiet.ts';

/**
 * - `same`: the base accepts the proposal, as its own checks must.
 * - `refused`: the base refuses it, and nothing in the proposal says otherwise.
 * - `weakened`: the base refuses it, and the proposal changes what would judge it.
 * - `unknown`: all that the base refuses are fields, values or folders that it does not know.
 */
export type VerdictName = 'same' | 'refused' | 'weakened' | 'unknown';

export interface Verdict {
	name: VerdictName;
	/** Errors under the rules, policy and roster of the base. */
	errors: readonly Finding[];
	/** Errors that only the proposal's own policy or organisation makes. */
	ownErrors: readonly Finding[];
	warnings: number;
	/** How many of the errors the base has as well. */
	already: number;
	/** What judges content, and is changed by the proposal. */
	judges: readonly TouchedJudge[];
}

export interface Sides {
	base: Loaded;
	/** The proposal under the policy and organisation of the base. */
	proposal: Loaded;
	/** The proposal under its own policy and organisation. */
	own: Loaded;
	baseFiles: readonly SourceFile[];
	proposalFiles: readonly SourceFile[];
}

/** What can only be seen by holding the proposal against the base. A new one is one line here. */
const COMPARISONS: readonly ((sides: Sides) => Iterable<Finding>)[] = [
	removals,
	releases,
	records,
	approvals,
	invention,
];

/** Reads and checks files as a catalogue: `checkFiles` with its options. */
type Check = (files: readonly SourceFile[]) => Promise<Loaded>;

/** What the history of git alone can say; whoever runs this asks it. */
export type History = (sides: Sides) => readonly Finding[] | Promise<readonly Finding[]>;

/** Files of the base that judge, so that those of the proposal must not. */
const FROM_BASE: ReadonlySet<string> = new Set([
	collections.policy.file,
	collections.organisation.file,
]);

/**
 * @param changed paths that differ between base and proposal, from the root of the catalogue
 */
export async function judge(
	baseFiles: readonly SourceFile[],
	proposalFiles: readonly SourceFile[],
	changed: readonly string[],
	check: Check,
	history: History = () => [],
): Promise<Verdict> {
	const judged = [
		...proposalFiles.filter(({ path }) => !FROM_BASE.has(path)),
		...baseFiles.filter(({ path }) => FROM_BASE.has(path)),
	];
	const base = await check(baseFiles);
	const proposal = await check(judged);
	const judges = touchedJudges(changed);
	const replaced = changed.some((path) => FROM_BASE.has(path));
	const own = replaced ? await check(proposalFiles) : proposal;
	const sides = { base, proposal, own, baseFiles, proposalFiles };
	const compared = COMPARISONS.flatMap((comparison) => [...comparison(sides)]);
	const found = errorsOf(proposal).filter(({ rule }) => !replaced || rule !== 'council-approved');
	const errors = [...found, ...compared, ...(await history(sides))];
	const ownErrors = missingFrom(errorsOf(proposal), errorsOf(own));
	const lifted = replaced && missingFrom(errorsOf(own), errorsOf(proposal)).length > 0;
	const code = judges.some((touched) => touched.code);
	return {
		name: nameOf([...errors, ...ownErrors], { code, lifted }),
		errors: sortFindings(errors),
		ownErrors,
		warnings: proposal.findings.length - errorsOf(proposal).length,
		already: errors.length - missingFrom(errorsOf(base), errors).length,
		judges,
	};
}

/** `code`: the proposal changes code that judges. `lifted`: its own policy or roster lifts an error. */
function nameOf(
	errors: readonly Finding[],
	{ code, lifted }: { code: boolean; lifted: boolean },
): VerdictName {
	if (errors.length === 0) return 'same';
	if (code && errors.every(({ unknown }) => unknown)) return 'unknown';
	return code || lifted ? 'weakened' : 'refused';
}

const errorsOf = ({ findings }: Loaded) => findings.filter(({ severity }) => severity === 'error');

const errorAt = (file: string, rule: string, message: string, fix: string): Finding => ({
	file,
	line: 1,
	column: 1,
	severity: 'error',
	rule,
	message,
	fix,
});

/** Approvals against the roster of the base: what is new, what is gone, who changed the council. */
function* approvals({ base, proposal, own }: Sides): Generator<Finding> {
	const sides = {
		base: base.catalogue,
		proposal: proposal.catalogue,
		own: own.catalogue,
	};
	yield* councilChanges(sides);
	yield* freshApprovals(sides);
	yield* keptApprovals(sides);
}

/** An entry with a page that is gone and left no tombstone: links to it break without a reason. */
function* removals({ base, proposal, own, proposalFiles }: Sides): Generator<Finding> {
	// Whoever makes the example organisation theirs may leave out what it shows: nobody relies on it.
	if (base.catalogue.organisation.example && !own.catalogue.organisation.example) return;
	const there = new Set(proposalFiles.map(({ path }) => path));
	for (const name of collectionNames) {
		if (!collections[name].pages) continue;
		const entries: Iterable<Entry> = base.catalogue.all[name].values();
		for (const entry of entries) {
			const { id, file } = entry;
			if (isInvented(entry, base.catalogue)) continue;
			const isKept = proposal.catalogue.knows(name, id) || there.has(file);
			if (isKept || proposal.catalogue.withdrawn.has(`${name}.${id}`)) continue;
			yield errorAt(
				file,
				'removed',
				`the ${collections[name].singular} "${id}" is removed without a reason.`,
				`Restore it, then withdraw it with a reason: npm run withdraw -- ${name}/${id} --because TEXT`,
			);
		}
	}
}

/** A released prompt never changes and never goes while its prompt is there. */
function* releases({ base, proposal, baseFiles, proposalFiles }: Sides): Generator<Finding> {
	const texts = new Map(proposalFiles.map(({ path, text }) => [path, text]));
	for (const { path, text } of baseFiles) {
		const place = placeOf(path);
		if (place?.collection !== 'releases' || texts.get(path) === text) continue;
		const isGone = !texts.has(path);
		if (isGone && !isPromptOf(place.id, proposal.catalogue)) continue;
		if (!base.catalogue.releases.has(place.id)) continue;
		yield errorAt(
			path,
			'released-unchanged',
			isGone ? 'the released text is removed.' : 'the released text is changed.',
			'Restore the file from git. To change the prompt, make a new version: npm run release',
		);
	}
}

/** Records are only ever added; but what is invented can be made anew, or go. */
function* records({ base, proposal }: Sides): Generator<Finding> {
	for (const finding of lostRecords(base.catalogue, proposal.catalogue)) {
		const id = finding.file.replace(/^content\/records\/|\.yaml$/g, '');
		const file = base.catalogue.records.get(id);
		if (!file || !isInvented(file, base.catalogue)) yield finding;
	}
}

/** A real organisation never becomes an example: public keys would count in it. */
function* invention({ base, own }: Sides): Generator<Finding> {
	const entry = own.catalogue.all.organisation.get('organisation');
	if (!entry?.data.example || base.catalogue.organisation.example) return;
	yield {
		file: entry.file,
		...locate(entry, ['example']),
		severity: 'error',
		rule: 'example-data',
		message: 'the organisation is marked as an example, but on the base it is a real one.',
		fix: 'Remove `example`. In an example organisation, anyone can sign and nothing is real.',
	};
}

const isPromptOf = (release: string, { prompts }: Catalogue) =>
	prompts.has(release.replace(/@.*$/, ''));
