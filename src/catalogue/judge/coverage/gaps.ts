/** What is not covered, the worst first, and what would close it. */
import type { CoverageState } from '#schemas/vocabularies.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { stateOf } from '../approval/state.ts';
import type { Use } from '../portfolio/uses.ts';
import { proofsOf } from '../records/proof.ts';
import { liveByPattern } from './map.ts';
import { dataMap, problemMap, riskMap } from './maps.ts';

/** The kinds of gaps, the worst first. */
const gapKinds = ['data', 'risk-open', 'control', 'risk-part', 'problem'] as const;
export type GapKind = (typeof gapKinds)[number];

export interface CoverageGap {
	kind: GapKind;
	/** What is not covered: a connector, a risk, a control or a problem. */
	id: string;
	/** The class of data, for a gap in data. */
	data?: string;
	/** Live uses it is missing in; for a problem none. */
	uses: readonly Use[];
	/** Controls whose proof would close it. */
	controls: readonly string[];
	/** How many of how many are proven. */
	done: number;
	of: number;
}

/** Every gap, the worst kind first, and the one in most uses first among its kind. */
export function gapsOf(catalogue: Catalogue): CoverageGap[] {
	const all = [...dataGaps(catalogue), ...riskGaps(catalogue), ...controlGaps(catalogue)];
	return [...all, ...problemGaps(catalogue)].sort(
		(a, b) =>
			gapKinds.indexOf(a.kind) - gapKinds.indexOf(b.kind) ||
			b.uses.length - a.uses.length ||
			compare(a.id, b.id),
	);
}

const liveUses = (catalogue: Catalogue): Use[] => [...liveByPattern(catalogue).values()].flat();

function dataGaps(catalogue: Catalogue): CoverageGap[] {
	return dataMap(catalogue)
		.cells.filter(({ state }) => state === 'over')
		.map(({ row, column, of }) => ({
			kind: 'data',
			id: column,
			data: row,
			uses: liveUses(catalogue).filter(({ entry }) =>
				entry.data.connectors.some((one) => one.connector === column && one.data === row),
			),
			controls: [],
			done: 0,
			of,
		}));
}

const LACKING: ReadonlySet<CoverageState> = new Set(['none', 'part']);

/** A risk for each use that runs it with too little: open where nothing against it is proven. */
function riskGaps(catalogue: Catalogue): CoverageGap[] {
	const lacking = riskMap(catalogue).cells.filter(({ state }) => LACKING.has(state));
	return [...Map.groupBy(lacking, ({ row }) => row)].flatMap(([risk, cells]) => {
		const missing = cells.flatMap(({ column }) => missingIn(risk, column, catalogue));
		const open = missing.filter(({ proven }) => proven === 0);
		const part = missing.filter(({ proven }) => proven > 0);
		return [gapOf('risk-open', risk, open), gapOf('risk-part', risk, part)].flat();
	});
}

interface Missing {
	use: Use;
	controls: readonly string[];
	proven: number;
}

/** Live uses of a pattern in which a control against the risk is not proven. */
function missingIn(risk: string, pattern: string, catalogue: Catalogue): Missing[] {
	const declared = catalogue.patterns.get(pattern)?.data.risks.find((one) => one.risk === risk);
	if (!declared) return [];
	return (liveByPattern(catalogue).get(pattern) ?? []).flatMap((use) => {
		const proofs = proofsOf(use.entry, catalogue);
		const controls = declared.mitigatedBy.filter((id) => proofs.get(id)?.state !== 'proven');
		if (controls.length === 0) return [];
		return [{ use, controls, proven: declared.mitigatedBy.length - controls.length }];
	});
}

function gapOf(kind: GapKind, id: string, missing: readonly Missing[]): CoverageGap[] {
	if (missing.length === 0) return [];
	const controls = [...new Set(missing.flatMap((one) => one.controls))].sort(compare);
	const done = missing.reduce((sum, { proven }) => sum + proven, 0);
	const of = missing.reduce((sum, one) => sum + one.controls.length + one.proven, 0);
	return [{ kind, id, uses: missing.map(({ use }) => use), controls, done, of }];
}

/** A required control for the live uses in which it is not proven. */
function controlGaps(catalogue: Catalogue): CoverageGap[] {
	const needed = liveUses(catalogue).flatMap((use) =>
		[...proofsOf(use.entry, catalogue).values()]
			.filter(({ required }) => required)
			.map(({ control, state }) => ({ use, control, state })),
	);
	return [...Map.groupBy(needed, ({ control }) => control)].flatMap(([control, all]) => {
		const missing = all.filter(({ state }) => state !== 'proven');
		if (missing.length === 0) return [];
		const uses = missing.map(({ use }) => use);
		const done = all.length - missing.length;
		return [{ kind: 'control', id: control, uses, controls: [control], done, of: all.length }];
	});
}

/** Problems that no approved pattern solves. */
function problemGaps(catalogue: Catalogue): CoverageGap[] {
	const { rows } = problemMap(catalogue);
	const solved = new Set<string>(
		[...catalogue.patterns.values()]
			.filter((pattern) => stateOf(pattern, catalogue) === 'approved')
			.map(({ data }) => data.problem),
	);
	return rows
		.filter(({ id }) => !solved.has(id))
		.map(({ id }) => ({ kind: 'problem', id, uses: [], controls: [], done: 0, of: 0 }));
}
