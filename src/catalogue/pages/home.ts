/** The home page as facts: what stands here, what to show, by problem, what changed. */

import { collections } from '#schemas/index.ts';
import { problem as problems, stage as stages } from '#schemas/vocabularies.ts';
import { type EntryState, stateOf, stateRank } from '../judge/approval/state.ts';
import { reviewDue, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { compare } from '../model/finding.ts';
import { hasStarter } from '../model/starter.ts';
import { countOf } from '../words/count.ts';
import { changeEvents } from './changes.ts';
import { usingPatterns } from './citing.ts';
import type { CatalogueEvent, EventKind } from './event.ts';
import { standings } from './standings.ts';

/** Patterns with what a reader may build on first, then the furthest stage, then by title. */
function byStanding(
	catalogue: Catalogue,
	patterns: Iterable<Entry<'patterns'>> = catalogue.patterns.values(),
): Entry<'patterns'>[] {
	const rank = (entry: Entry<'patterns'>) => stateRank(stateOf(entry, catalogue));
	const order = (a: Entry<'patterns'>, b: Entry<'patterns'>) =>
		rank(a) - rank(b) ||
		stages.values.indexOf(b.data.stage) - stages.values.indexOf(a.data.stage) ||
		compare(a.data.title, b.data.title);
	return [...patterns].sort(order);
}

/**
 * The first words of the home page. They promise approval only where there is some.
 *
 * @example
 * opening(catalogue).standing // => '5 patterns, none approved yet: all proposed.'
 */
export function opening(catalogue: Catalogue): { title: string; standing: string } {
	const total = catalogue.patterns.size;
	const counts = standings(catalogue);
	const { count: approved = 0, words: good = '' } =
		counts.find((one) => one.status === 'approved') ?? {};
	const rest = counts.filter((one) => one.status !== 'approved');
	const others = rest
		.map((one) => {
			const alone = rest.length === 1 && approved === 0 && total > 1;
			return `${alone ? 'all' : one.count} ${one.words}`;
		})
		.join(', ');
	const title = approved ? 'Start from an approved pattern' : 'Start from a standard pattern';
	const patterns = countOf(total, 'pattern');
	if (total === 0) return { title, standing: 'No patterns yet.' };
	if (approved === 0) return { title, standing: `${patterns}, none approved yet: ${others}.` };
	if (approved === total) return { title, standing: `${patterns}, all ${good}.` };
	return { title, standing: `${patterns}: ${approved} ${good}, ${others}.` };
}

/** A number of the strip: "27 of 30", with the page that lists them. */
export interface Fact {
	label: string;
	value: number;
	rest: string;
	path: string;
}

/** How much of each thing there is, and how much of it is in use by a pattern. */
export function stripOf(catalogue: Catalogue): Fact[] {
	const [best, ...others] = standings(catalogue);
	const withCases = [...catalogue.prompts.keys()].filter((id) => catalogue.cases.has(id)).length;
	const inUse = (label: string, name: 'controls' | 'risks' | 'connectors' | 'metrics'): Fact => {
		const entries: Entry[] = [...catalogue.all[name].values()];
		const used = entries.filter((entry) => usingPatterns(entry, catalogue).length > 0);
		return { label, value: used.length, rest: ` of ${entries.length}`, path: `/${name}/` };
	};
	return [
		{
			label: 'Patterns by status',
			value: best?.count ?? 0,
			rest: best
				? [` ${best.words}`, ...others.map((one) => `${one.count} ${one.words}`)].join(', ')
				: ' listed',
			path: '/patterns/',
		},
		{
			label: 'Prompts with test cases',
			value: withCases,
			rest: ` of ${catalogue.prompts.size}`,
			path: '/prompts/',
		},
		inUse('Controls used by a pattern', 'controls'),
		inUse('Risks a pattern answers', 'risks'),
		inUse('Connectors used by a pattern', 'connectors'),
		inUse('Metrics used by a pattern', 'metrics'),
	];
}

export interface Specimen {
	entry: Entry<'patterns'>;
	state: EntryState;
	risks: string;
	prompts: string;
	reviewBy: string;
}

/** The pattern shown as a drawing: the best standing, the furthest stage, then by title. */
export function specimen(catalogue: Catalogue): Specimen | undefined {
	const [entry] = byStanding(catalogue);
	if (!entry) return undefined;
	const { data } = entry;
	const { policy } = catalogue;
	const accepted = data.risks.filter((risk) => risk.accepted).length;
	const risks = countOf(data.risks.length, 'risk');
	return {
		entry,
		state: stateOf(entry, catalogue),
		risks: `${risks}, ${countOf(data.controls.length, 'control')}${accepted ? `, ${accepted} accepted in part` : ''}`,
		prompts: String(data.prompts.length),
		reviewBy: reviewDue(data.reviewed, tierOf(data, policy), policy),
	};
}

/** A few patterns that have a starter, to begin with. */
export function firstStarters(catalogue: Catalogue, most = 4): { id: string; title: string }[] {
	return byStanding(catalogue)
		.filter((pattern) => hasStarter(pattern, catalogue))
		.slice(0, most)
		.map(({ id, data }) => ({ id, title: data.title }));
}

/** Words to try in the search: the first other name of a few patterns. */
export function examples(catalogue: Catalogue, most = 5): string[] {
	return byStanding(catalogue)
		.flatMap(({ data }) => data.aliases[0] ?? [])
		.slice(0, most);
}

/** Patterns shown per problem before "All n". */
const PER_PROBLEM = 6;

export interface ProblemGroup {
	problem: string;
	label: string;
	/** The problem as those who have it say it. */
	says: string;
	/** All patterns of the problem; `shown` are the first of them. */
	count: number;
	shown: Entry<'patterns'>[];
}

/** Every problem, also one without a pattern: a gap is content. */
export function byProblem(catalogue: Catalogue): ProblemGroup[] {
	const groups = new Map<string, Entry<'patterns'>[]>();
	for (const entry of catalogue.patterns.values()) {
		const group = groups.get(entry.data.problem);
		if (group) group.push(entry);
		else groups.set(entry.data.problem, [entry]);
	}
	return problems.values.map((problem) => {
		const all = groups.get(problem) ?? [];
		return {
			problem,
			label: problems.label(problem),
			says: problems.terms[problem].meaning.replace(/\.$/, ''),
			count: all.length,
			shown: byStanding(catalogue, all).slice(0, PER_PROBLEM),
		};
	});
}

/**
 * The newest changes of patterns and prompts, as the page "What changed" tells them. What only the
 * calendar did is left out: the state of the pattern says it.
 */
export const recentChanges = (catalogue: Catalogue, most = 6): CatalogueEvent[] =>
	changeEvents(catalogue)
		.filter(({ noun, kind }) => NOUNS.has(noun) && !BY_THE_CALENDAR.has(kind))
		.slice(0, most);

const NOUNS = new Set([collections.patterns.singular, collections.prompts.singular]);
const BY_THE_CALENDAR: ReadonlySet<EventKind> = new Set(['overdue', 'lapsed', 'waiver-ended']);
