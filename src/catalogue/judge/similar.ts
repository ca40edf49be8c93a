/** Finds the entries a new one would nearly repeat, so that the existing one is extended instead. */
import type { CollectionName } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { compare } from '../model/finding.ts';

/** What is known of a new entry before it is written. */
export interface Planned {
	collection: CollectionName;
	title: string;
	summary?: string;
	/** What it solves and goes through, for a pattern. */
	problem?: string;
	connectors?: readonly string[];
}

export interface Similar {
	entry: Entry;
	/** From 0, nothing in common, to 1, the same in all that is known. */
	score: number;
	/** What they have in common, in words. */
	reasons: string[];
}

/** From here on a person should look: half of what can be compared is the same. */
const NEAR = 0.5;

/**
 * Existing entries of the same collection that are much like a planned one, nearest first.
 *
 * @example
 * similarEntries({ collection: 'patterns', title: 'Ticket triage', problem: 'triage' }, catalogue)
 * // => [{ entry: support-case-triage, score: 0.8, reasons: ['the same problem', ...] }]
 */
export function similarEntries(planned: Planned, catalogue: Catalogue): Similar[] {
	const common = everywhere(catalogue);
	const found: Similar[] = [];
	for (const entry of catalogue.all[planned.collection].values()) {
		const similar = compareWith(planned, entry, common);
		if (similar.score >= NEAR) found.push(similar);
	}
	return found.sort((a, b) => b.score - a.score || compare(a.entry.id, b.entry.id));
}

const WEIGHTS = { words: 0.5, problem: 0.25, connectors: 0.25 };

function compareWith(planned: Planned, entry: Entry, common: ReadonlySet<string>): Similar {
	const names = namesOf(entry);
	const wanted = rootsOf(planned.title);
	const words = Math.max(...names.map((name) => overlap(wanted, rootsOf(name))));
	// All names and the summary together hold many words, so a hit among them counts for less.
	const all = rootsOf(names.join(' '));
	const prose = 0.8 * share(rootsOf(`${planned.title} ${planned.summary ?? ''}`), all);
	const parts = [{ weight: WEIGHTS.words, value: Math.max(words, prose) }];
	const reasons: string[] = [];
	if (words >= 0.5 || prose >= 0.5) reasons.push('similar words in title and summary');
	if (planned.problem !== undefined && 'problem' in entry.data) {
		const same = entry.data.problem === planned.problem;
		parts.push({ weight: WEIGHTS.problem, value: same ? 1 : 0 });
		if (same) reasons.push(`the same problem, ${planned.problem}`);
	}
	if (planned.connectors && 'connectors' in entry.data) {
		const theirs = entry.data.connectors.map((use) =>
			typeof use === 'string' ? use : use.connector,
		);
		const ours = new Set(planned.connectors.filter((id) => !common.has(id)));
		const others = new Set(theirs.filter((id) => !common.has(id)));
		const value = overlap(ours, others);
		parts.push({ weight: WEIGHTS.connectors, value });
		const shared = [...ours].filter((id) => others.has(id));
		if (value >= 0.5) reasons.push(`the same connectors, ${shared.join(', ')}`);
	}
	const weight = parts.reduce((sum, part) => sum + part.weight, 0);
	const score = parts.reduce((sum, part) => sum + part.weight * part.value, 0) / weight;
	return { entry, score: Math.round(score * 100) / 100, reasons };
}

/** Connectors that most patterns use, such as the way to the models: they tell nothing. */
function everywhere({ patterns }: Catalogue): Set<string> {
	const counts = new Map<string, number>();
	for (const { data } of patterns.values()) {
		for (const id of new Set(data.connectors.map(({ connector }) => connector))) {
			counts.set(id, (counts.get(id) ?? 0) + 1);
		}
	}
	return new Set(
		[...counts].filter(([, count]) => count > 3 && count > patterns.size / 2).map(([id]) => id),
	);
}

function namesOf({ id, data }: Entry): string[] {
	const title = 'title' in data ? data.title : id;
	const aliases = 'aliases' in data ? data.aliases : [];
	const summary = 'summary' in data ? [data.summary] : [];
	return [title, id.replaceAll('-', ' '), ...aliases, ...summary];
}

/** Words that stand in every other title. */
const EMPTY = new Set(
	'a an and or of for the to in on with from by at into its it is that who'.split(' '),
);
const ENDING =
	/(?:isations?|izations?|ations?|ising|izing|ings?|ions?|ises?|ied|ies|ers?|ed|es|ly|[sye])$/;

/** The words of a text without their endings, so that triaging and triage are one. */
function rootsOf(text: string): Set<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(
		words
			.filter((word) => !EMPTY.has(word))
			.map((word) => (word.length > 4 ? word.replace(ENDING, '') : word)),
	);
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const both = [...one].filter((item) => other.has(item)).length;
	const all = one.size + other.size - both;
	return all === 0 ? 0 : both / all;
}

/** How much of one is in the other. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	return one.size === 0 ? 0 : [...one].filter((item) => other.has(item)).length / one.size;
}
