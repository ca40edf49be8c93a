/** The home page as facts: what to show, what to try, patterns by problem, where the catalogue is. */

import { problem as problems, stage as stages } from '#schemas/vocabularies.ts';
import { isExampleState, stateOf, stateRank } from '../judge/approval/state.ts';
import { usesOf } from '../judge/portfolio/uses.ts';
import { proofsOf } from '../judge/records/proof.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { isExample } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { folderAt } from '../model/noted.ts';
import { hasStarter, overlayOf } from '../model/starter.ts';
import { capital } from '../words/phrase.ts';

/** Patterns with what a reader may build on first, then the furthest stage, then by title. */
function byStanding(
	catalogue: Catalogue,
	patterns: Iterable<Entry<'patterns'>> = catalogue.patterns.values(),
): Entry<'patterns'>[] {
	const rank = (entry: Entry<'patterns'>) => stateRank(stateOf(entry, catalogue));
	const order = (a: Entry<'patterns'>, b: Entry<'patterns'>) =>
		rank(a) - rank(b) ||
		stages.rank(b.data.stage) - stages.rank(a.data.stage) ||
		compare(a.data.title, b.data.title);
	return [...patterns].sort(order);
}

/** A number that says where the catalogue stands: "27 of 30". It says 0 where it is 0. */
export interface Figure {
	label: string;
	value: number;
	rest: string;
	path: string;
}

/** How far the catalogue is: what is approved, live, tested and proven. */
export function figures(catalogue: Catalogue): Figure[] {
	const { patterns, prompts, cases, controls } = catalogue;
	const uses = usesOf(catalogue);
	const approved = [...patterns.values()].filter(
		(entry) => stateOf(entry, catalogue) === 'approved',
	);
	const invented = approved.some((entry) => isExampleState(entry, catalogue));
	const live = uses.filter((use) => use.live);
	const tested = [...prompts.keys()].filter((id) => cases.has(id)).length;
	const proven = new Set(
		uses.flatMap(({ entry }) =>
			[...proofsOf(entry, catalogue).values()].flatMap(({ control, state }) =>
				state === 'proven' ? [control] : [],
			),
		),
	);
	const example = (is: boolean) => (is ? ', example data' : '');
	const inventedUse = uses.some(({ entry }) => isExample(entry));
	return [
		{ label: 'Patterns', value: patterns.size, rest: '', path: '/patterns/' },
		{
			label: 'Approved',
			value: approved.length,
			rest: ` of ${patterns.size}${example(invented)}`,
			path: '/patterns/?status=approved',
		},
		{
			label: 'Live uses reported',
			value: live.length,
			rest: example(inventedUse && live.length > 0),
			path: '/portfolio/',
		},
		{
			label: 'Prompts with test cases',
			value: tested,
			rest: ` of ${prompts.size}`,
			path: '/prompts/',
		},
		{
			label: 'Controls proven in a use',
			value: proven.size,
			rest: ` of ${controls.size}${example(inventedUse && proven.size > 0)}`,
			path: '/controls/',
		},
	];
}

/** A starter as its reader finds it: the folders at its top, with the number of files in each. */
export interface StarterGlance {
	id: string;
	title: string;
	folders: { name: string; files: number }[];
}

/** The starter of the pattern that may be built on first. */
export function firstStarter(catalogue: Catalogue): StarterGlance | undefined {
	const pattern = byStanding(catalogue).find((one) => hasStarter(one, catalogue));
	if (!pattern) return undefined;
	const own = overlayOf(pattern.id);
	const files = new Set(
		[
			...folderAt('content/starter', catalogue).assets.map(
				({ file }) => file.split('content/starter/')[1],
			),
			...folderAt(`patterns/${pattern.id}`, catalogue).assets.map(({ file }) => file.split(own)[1]),
		].filter((path) => path !== undefined),
	);
	const folders = Map.groupBy(
		[...files].filter((path) => path.includes('/') && !path.startsWith('.')),
		(path) => path.split('/')[0] ?? '',
	);
	const { id, data } = pattern;
	return {
		id,
		title: data.title,
		folders: [...folders]
			.map(([name, inside]) => ({ name, files: inside.length }))
			.sort((a, b) => b.files - a.files || compare(a.name, b.name))
			.slice(0, 4),
	};
}

/** The pattern shown as a drawing: the best standing, the furthest stage, then by title. */
export const specimen = (catalogue: Catalogue): Entry<'patterns'> | undefined =>
	byStanding(catalogue)[0];

/** Jobs to try in the search: for each problem, the other name of its first pattern that says most. */
export function examples(catalogue: Catalogue): string[] {
	const words = (name: string) => name.split(' ').length;
	return byProblem(catalogue)
		.flatMap(
			({ shown: [first] }) => first?.data.aliases.toSorted((a, b) => words(b) - words(a))[0] ?? [],
		)
		.map(capital)
		.slice(0, 5);
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
