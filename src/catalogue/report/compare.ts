/** Compares two catalogues: what changed in meaning, what it asks of whom, what only moved. */
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import { councilSeat } from '#schemas/vocabularies.ts';
import { type Catalogue, type Entry, isCollection } from '../model/catalogue.ts';
import { titleOf } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { isOf } from '../model/is-of.ts';
import { capital, listOf } from '../words/phrase.ts';
import { approversOf, ownersOf } from './approvers.ts';
import { loweredDemands } from './demands.ts';
import { byWeight, dataChanges } from './entry-changes.ts';
import { goneFacts, newFacts } from './facts.ts';
import { impactOf } from './impact.ts';
import { touchedJudges } from './judges.ts';
import { caseChanges, releaseChanges } from './part-changes.ts';
import { approvalChanges, assetChanges, changedAssets, tierChanges } from './pattern-changes.ts';
import { policyEffects } from './policy-effects.ts';
import { contractChanges, isOfContract } from './prompt-changes.ts';
import { proseChanges } from './prose-changes.ts';
import { missingFrom, movedFiles, PARTS, unreadOf } from './quiet.ts';
import type { Change, EntryReport, Report, Sides } from './report.ts';
import { signaturesOf } from './signatures.ts';
import { reachingCode, replacedControls } from './starters.ts';
import { attentionOf, summarise } from './summary.ts';
import { newlyWaived } from './waived.ts';

/** The policy first, as it moves the rest; then the collections as the registry has them. */
const ORDER: readonly CollectionName[] = [
	'policy',
	...collectionNames.filter((name) => name !== 'policy' && !PARTS.has(name)),
];

/**
 * Everything a reviewer should know of the way from one catalogue to the other.
 *
 * @param changed paths that differ, inside the content and outside it
 */
export async function compareCatalogues(
	{ base: from, head: to, older }: Sides,
	changed: readonly string[] = [],
): Promise<Report> {
	const [base, head] = [from.catalogue, withPolicy(to.catalogue, from.catalogue)];
	const unread = {
		base: unreadOf(from).filter((file) => !older.has(file)),
		head: unreadOf(to),
	};
	const skipped = new Set([...unread.base, ...unread.head]);
	const comparison = { base, head, skipped, older };
	const entries: EntryReport[] = [];
	for (const collection of ORDER) {
		const ids = new Set([...base.all[collection].keys(), ...head.all[collection].keys()]);
		for (const id of [...ids].sort(compare)) {
			const report = await reportOf(collection, id, comparison);
			if (report) entries.push(report);
		}
	}
	const appeared = missingFrom(from.findings, to.findings);
	const told = {
		judges: touchedJudges(changed),
		lowered: [...loweredDemands(base.policy, head.policy), ...rosterChanges(base, head)],
		entries: inReadingOrder(entries, head),
		findings: {
			appeared,
			fixed: missingFrom(to.findings, from.findings).filter(({ file }) => !older.has(file)),
		},
		approvers: approversOf(entries, base, head, appeared),
		signatures: signaturesOf(base, head),
		assets: changedAssets('content/', base, head),
		moved: movedFiles(base, head, entries),
		older: [...older.keys()].sort(compare),
		unread,
	};
	const waived = (entry: EntryReport) => newlyWaived(entry, base, head);
	const attention = [
		...replacedControls(base, head),
		...reachingCode(appeared),
		...attentionOf(told, waived),
	];
	return { summary: summarise(told), attention, ...told };
}

/** Who fills the seats that approve. */
function rosterChanges(
	{ organisation: was }: Catalogue,
	{ organisation: is }: Catalogue,
): string[] {
	const seats = ({ council }: typeof was) =>
		new Map(council.seats.map((one) => [one.seat, JSON.stringify(one)]));
	const [before, after] = [seats(was), seats(is)];
	const moved = councilSeat.values.filter((seat) => before.get(seat) !== after.get(seat));
	return moved.length > 0
		? [`The members of these council seats change: ${listOf(moved.map(councilSeat.label))}`]
		: [];
}

interface Comparison {
	base: Catalogue;
	head: Catalogue;
	/** Files that one side could not read; nothing is said of their entries. */
	skipped: ReadonlySet<string>;
	older: Sides['older'];
}

async function reportOf(
	collection: CollectionName,
	id: string,
	comparison: Comparison,
): Promise<EntryReport | undefined> {
	const { base, head, skipped, older } = comparison;
	const after: Entry | undefined = head.all[collection].get(id);
	const written = after && older.get(after.file);
	const before: Entry | undefined = written?.before ?? base.all[collection].get(id);
	const entry = after ?? before;
	if (!entry || skipped.has(entry.file) || isToldAsGone(entry, comparison)) return undefined;
	const common = {
		collection,
		id,
		noun: collections[collection].singular,
		title: collections[collection].file.includes('{id}') ? titleOf(entry) : capital(id),
		...within(entry, head, base),
		file: entry.file,
		owners: ownersOf([before, after], base, head),
	};
	if (!before && after) {
		return { ...common, kind: 'new', facts: newFacts(after, head), changes: [], ...version(after) };
	}
	if (!before || !after) return { ...common, ...goneFacts(entry, head), changes: [] };
	const made = written
		? [...dataChanges(before, written.after, [head, base]), ...proseChanges(before, after)]
		: await changesOf(before, after, comparison);
	const changes = byWeight(made);
	if (changes.length === 0) return undefined;
	const facts = collection === 'policy' ? policyEffects(base, head) : [];
	return {
		...common,
		kind: 'changed',
		facts,
		changes,
		...version(after, before),
		...impactOf(before, after, changes),
	};
}

/** A new tombstone is told with the entry that it stands for. */
function isToldAsGone({ collection, id }: Entry, { base, head }: Comparison): boolean {
	const [name = '', gone = ''] = id.split('.');
	if (collection !== 'withdrawn' || !isCollection(name)) return false;
	return base.all[name].has(gone) && !head.all[name].has(gone);
}

async function changesOf(
	before: Entry,
	after: Entry,
	{ base, head }: Comparison,
): Promise<Change[]> {
	const own = [
		...dataChanges(before, after, [head, base], isOfContract),
		...proseChanges(before, after),
	];
	if (isOf('patterns', before) && isOf('patterns', after)) {
		return [
			...tierChanges(before, after, base, head),
			...own,
			...assetChanges(after, base, head),
			...approvalChanges(before, after, base, head),
		];
	}
	if (isOf('prompts', before) && isOf('prompts', after)) {
		return [
			...(await contractChanges(before, after)),
			...own,
			...caseChanges(after.id, base, head),
			...releaseChanges(after.id, base, head),
		];
	}
	return own;
}

function version(after: Entry, before?: Entry): Pick<EntryReport, 'version'> {
	const of = (entry: Entry | undefined) =>
		entry && 'version' in entry.data ? entry.data.version : undefined;
	const now = of(after);
	return now ? { version: { before: of(before), after: now } } : {};
}

function within(entry: Entry, head: Catalogue, base: Catalogue): Pick<EntryReport, 'within'> {
	if (entry.parent === undefined) return {};
	const pattern = head.patterns.get(entry.parent) ?? base.patterns.get(entry.parent);
	return { within: pattern?.data.title ?? entry.parent };
}

/** Prompts stand under their pattern. */
function inReadingOrder(entries: readonly EntryReport[], head: Catalogue): EntryReport[] {
	const prompts = entries.filter(({ collection }) => collection === 'prompts');
	const parent = ({ id, file }: EntryReport) => head.prompts.get(id)?.parent ?? file.split('/')[1];
	const patterns = new Set(
		entries.filter(({ collection }) => collection === 'patterns').map(({ id }) => id),
	);
	const alone = prompts.filter((prompt) => !patterns.has(parent(prompt) ?? ''));
	return entries.flatMap((entry) => {
		if (entry.collection === 'prompts') return alone.includes(entry) ? [entry] : [];
		if (entry.collection !== 'patterns') return [entry];
		return [entry, ...prompts.filter((prompt) => parent(prompt) === entry.id)];
	});
}

/** While the policy of the change cannot be read, that of the base stands in, so no tier seems to move. */
function withPolicy(head: Catalogue, base: Catalogue): Catalogue {
	return head.all.policy.size > 0 ? head : { ...head, policy: base.policy };
}
