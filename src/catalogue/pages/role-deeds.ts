/**
 * Which role does what in which pattern, from what patterns and controls declare: whose work changes,
 * who decides about a person, who takes over from an agent, and who runs a control.
 */
import type { CoverageState } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath, titleOf } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { isOf } from '../model/is-of.ts';
import { countOf } from '../words/count.ts';
import { formatNumber } from '../words/number.ts';
import { capital } from '../words/phrase.ts';
import {
	type Block,
	columnsOf,
	joined,
	link,
	mark,
	pairs,
	quiet,
	table,
	text,
	type Words,
} from './blocks.ts';
import { FULL_ROWS, usingPatterns } from './citing.ts';
import type { Heat } from './coverage/heat-map.ts';
import { MOST_COLUMNS } from './coverage/paths.ts';

/** What a role does in a pattern beside running controls. */
type Deed = 'works' | 'decides' | 'takesOver';

/** Each kind: the letter of its cells, its name, and where it is declared. */
const DEEDS: Readonly<Record<Deed, { letter: string; label: string; says: string }>> = {
	works: {
		letter: 'W',
		label: 'Work changes',
		says: 'The work of the role changes, and it trains before the pattern goes live.',
	},
	decides: {
		letter: 'D',
		label: 'Decides',
		says: 'The role decides where the output influences a decision about a person.',
	},
	takesOver: {
		letter: 'T',
		label: 'Takes over',
		says: 'The role takes over where the agent stops.',
	},
};
const RUNS = {
	label: 'Runs controls',
	says: 'The number of controls of the pattern that the role runs from day to day.',
};
const kinds = Object.keys(DEEDS) as readonly Deed[]; // The keys of a literal.

/** What a role does in one pattern. */
export interface RoleDeeds {
	pattern: Entry<'patterns'>;
	does: ReadonlySet<Deed>;
	/** Controls of the pattern that it runs, by title. */
	runs: readonly Entry<'controls'>[];
}

/** What a role does in each pattern that has it do something, by title of the pattern. */
export function roleDeeds(role: Entry<'roles'>, catalogue: Catalogue): RoleDeeds[] {
	const found = new Map<Entry<'patterns'>, { does: Set<Deed>; runs: Set<Entry<'controls'>> }>();
	const of = (pattern: Entry<'patterns'>) => {
		const own = found.get(pattern) ?? { does: new Set(), runs: new Set() };
		found.set(pattern, own);
		return own;
	};
	for (const pattern of usingPatterns(role, catalogue)) {
		const { people, decidedBy, agent } = pattern.data;
		if (people.some((person) => person.role === role.id)) of(pattern).does.add('works');
		if (decidedBy === role.id) of(pattern).does.add('decides');
		if (agent?.escalation.to === role.id) of(pattern).does.add('takesOver');
	}
	for (const { from } of catalogue.linksTo(role)) {
		if (!isOf('controls', from) || from.data.operator !== role.id) continue;
		for (const pattern of usingPatterns(from, catalogue)) of(pattern).runs.add(from);
	}
	return [...found]
		.map(([pattern, { does, runs }]) => ({
			pattern,
			does,
			runs: [...runs].sort((a, b) => compare(titleOf(a), titleOf(b))),
		}))
		.sort((a, b) => compare(titleOf(a.pattern), titleOf(b.pattern)));
}

const patternLink = (pattern: Entry<'patterns'>) => link(titleOf(pattern), entryPath(pattern));

/** A row for each pattern in which a role does something, as a page of the role shows it. */
export function roleDeedsBlocks(role: Entry<'roles'>, catalogue: Catalogue): Block[] {
	const deeds = roleDeeds(role, catalogue);
	if (deeds.length === 0) {
		return [text(quiet('No patterns name this role yet. When one does, it will be listed here.'))];
	}
	return [
		...picture([{ role, deeds }]).blocks,
		folded(deedsTable(deeds), countOf(deeds.length, 'pattern')),
		...(deeds.some(({ runs }) => runs.length > 0) ? controlsRun(deeds) : []),
	];
}

/** A row for each pattern, as many as one page has. */
function deedsTable(deeds: readonly RoleDeeds[]): Block[] {
	const columns = kinds.filter((kind) => deeds.some(({ does }) => does.has(kind)));
	const runs = deeds.some((one) => one.runs.length > 0);
	const rest = deeds.length - FULL_ROWS;
	return [
		table(
			'What the role does in each pattern',
			columnsOf([
				'Pattern',
				...columns.map((kind) => DEEDS[kind].label),
				...(runs ? [{ label: RUNS.label, num: true }] : []),
			]),
			deeds
				.slice(0, FULL_ROWS)
				.map((one): Words[] => [
					patternLink(one.pattern),
					...columns.map((kind) => (one.does.has(kind) ? mark('Yes', 'mute', 'tick') : quiet('–'))),
					...(runs ? [one.runs.length > 0 ? String(one.runs.length) : quiet('–')] : []),
				]),
			{ tight: true },
		),
		...(rest > 0 ? [text(quiet(`And ${countOf(rest, 'more pattern')}.`))] : []),
	];
}

/** The controls a role runs, each with the number of patterns in which it does. */
function controlsRun(deeds: readonly RoleDeeds[]): Block[] {
	const counts = new Map<Entry<'controls'>, number>();
	for (const { runs } of deeds) {
		for (const control of runs) counts.set(control, (counts.get(control) ?? 0) + 1);
	}
	const byCount = [...counts].sort(
		([a, most], [b, more]) => more - most || compare(titleOf(a), titleOf(b)),
	);
	return [
		text([
			'Controls that it runs: ',
			joined(
				byCount.map(([control, count]) => [
					link(titleOf(control), entryPath(control)),
					` (${countOf(count, 'pattern')})`,
				]),
			),
			'.',
		]),
	];
}

type RoleRow = { role: Entry<'roles'>; deeds: readonly RoleDeeds[] };

/** Role by pattern as a picture, and the same as a table; nothing where no pattern names a role. */
export function roleGrid(catalogue: Catalogue): Block[] {
	const roles = [...catalogue.roles.values()]
		.sort((a, b) => compare(titleOf(a), titleOf(b)))
		.map((role) => ({ role, deeds: roleDeeds(role, catalogue) }))
		.filter(({ deeds }) => deeds.length > 0);
	const { shown, blocks } = picture(roles);
	if (shown.length === 0) return [];
	return [...blocks, folded([namesTable(roles, new Set(shown))], countOf(roles.length, 'role'))];
}

const folded = (blocks: readonly Block[], end: string): Block => ({
	kind: 'group',
	title: 'View as a table',
	fold: 'closed',
	end,
	blocks,
});

/** The picture of these roles, with as many patterns as fit. */
function picture(roles: readonly RoleRow[]): {
	shown: readonly Entry<'patterns'>[];
	blocks: Block[];
} {
	const named = new Set(roles.flatMap(({ deeds }) => deeds.map(({ pattern }) => pattern)));
	const patterns = [...named].sort((a, b) => compare(titleOf(a), titleOf(b)));
	const shown = patterns.slice(0, MOST_COLUMNS);
	const heat = heatOf(roles, shown);
	const said = pairs(
		heat.key.map(({ label, says }) => [label, says]),
		'terms',
	);
	const more = `The first ${shown.length} of ${formatNumber(patterns.length)} patterns by name.`;
	return {
		shown,
		blocks: [
			{ kind: 'custom', part: { name: 'heat-map', heat }, said: [said] },
			...(patterns.length > shown.length ? [text(more, 'label')] : []),
		],
	};
}

function heatOf(roles: readonly RoleRow[], shown: readonly Entry<'patterns'>[]): Heat {
	const [some] = roles
		.flatMap(({ deeds }) => deeds.map(({ runs }) => runs.length))
		.toSorted((a, b) => b - a);
	return {
		label: 'What each role does in each pattern',
		corner: 'Role',
		groups: [],
		columns: shown.map((pattern) => ({ title: titleOf(pattern), path: entryPath(pattern) })),
		rows: roles.map(({ role, deeds }) => {
			const byPattern = new Map(deeds.map((one) => [one.pattern, one]));
			return {
				head: { title: titleOf(role), path: entryPath(role) },
				total: countOf(deeds.length, 'pattern'),
				cells: shown.map((pattern) => {
					const own = byPattern.get(pattern);
					return own && cellOf(own);
				}),
			};
		}),
		key: [
			...kinds
				.filter((kind) => roles.some(({ deeds }) => deeds.some(({ does }) => does.has(kind))))
				.map((kind) => {
					const { letter, label, says } = DEEDS[kind];
					return { state: stateOf([kind]), text: letter, label, says };
				}),
			...(some ? [{ state: stateOf([]), text: String(some), ...RUNS }] : []),
		],
	};
}

/** Cells with something for people to learn or decide are darker. */
const stateOf = (does: readonly Deed[]): CoverageState => (does.length > 0 ? 'full' : 'designed');

function cellOf({ does, runs }: RoleDeeds) {
	const own = kinds.filter((kind) => does.has(kind));
	const controls = runs.length > 0 ? [String(runs.length)] : [];
	return {
		state: stateOf(own),
		text: [...own.map((kind) => DEEDS[kind].letter), ...controls].join(' '),
		says: capital(
			[
				...own.map((kind) => DEEDS[kind].label.toLowerCase()),
				...(runs.length > 0 ? [`runs ${countOf(runs.length, 'control')}`] : []),
			].join(', '),
		),
	} as const;
}

function namesTable(roles: readonly RoleRow[], shown: ReadonlySet<Entry<'patterns'>>): Block {
	const names = (deeds: readonly RoleDeeds[], has: (one: RoleDeeds) => boolean): Words => {
		const found = deeds.filter((one) => shown.has(one.pattern) && has(one));
		return found.length === 0 ? '–' : joined(found.map(({ pattern }) => patternLink(pattern)));
	};
	return table(
		'What each role does in each pattern, as a table',
		['Role', ...kinds.map((kind) => DEEDS[kind].label), RUNS.label],
		roles.map(({ role, deeds }): Words[] => [
			link(titleOf(role), entryPath(role)),
			...kinds.map((kind) => names(deeds, ({ does }) => does.has(kind))),
			names(deeds, ({ runs }) => runs.length > 0),
		]),
	);
}
