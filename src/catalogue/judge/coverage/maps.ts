/** The coverage maps of the catalogue, each worked out from live uses and what is proven in them. */
import { dataClass, problem } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { keeper } from '../../model/keep.ts';
import { takes } from '../data-class.ts';
import type { Use } from '../portfolio/uses.ts';
import { proofsOf } from '../records/proof.ts';
import {
	type Axis,
	axisOf,
	byTitle,
	type CoverageCell,
	type CoverageMap,
	liveByPattern,
	shownPatterns,
	stateFor,
} from './map.ts';

const keepMap = keeper<CoverageMap>('coverage map');
type Make = (catalogue: Catalogue) => CoverageMap;
const kept =
	(name: string, make: Make): Make =>
	(catalogue) =>
		keepMap(catalogue, name, () => make(catalogue));

const patternAxis = (pattern: Entry<'patterns'>): Axis =>
	axisOf(pattern, problem.label(pattern.data.problem));

const usesFor = (pattern: string, catalogue: Catalogue): readonly Use[] =>
	liveByPattern(catalogue).get(pattern) ?? [];

/** How often some controls are proven in some uses. */
function provenIn(
	controls: readonly string[],
	uses: readonly Use[],
	catalogue: Catalogue,
): { done: number; of: number } {
	const states = uses.flatMap(({ entry }) => {
		const proofs = proofsOf(entry, catalogue);
		return controls.map((control) => proofs.get(control)?.state);
	});
	return { done: states.filter((state) => state === 'proven').length, of: states.length };
}

/** Risk by pattern: the controls that the pattern declares against a risk, in its live uses. */
export const riskMap = kept('risks', (catalogue) => {
	const patterns = shownPatterns(catalogue);
	const cells = patterns.flatMap((pattern) =>
		pattern.data.risks.map(({ risk, mitigatedBy, accepted }): CoverageCell => {
			const { done, of } = provenIn(mitigatedBy, usesFor(pattern.id, catalogue), catalogue);
			const state = stateFor(done, of);
			const lacks = state === 'part' || state === 'none';
			const holds = accepted !== undefined && accepted.until >= catalogue.today;
			return {
				row: risk,
				column: pattern.id,
				state: lacks && holds ? 'accepted' : state,
				done,
				of,
			};
		}),
	);
	return {
		rows: [...catalogue.risks.values()].map((risk) => axisOf(risk)).sort(byTitle),
		columns: patterns.map(patternAxis),
		cells,
	};
});

/** Control by pattern: in how many of the live uses that need it a control is proven. */
export const controlMap = kept('controls', (catalogue) => {
	const patterns = shownPatterns(catalogue);
	const cells = patterns.flatMap((pattern) => {
		const uses = usesFor(pattern.id, catalogue);
		const needed = (subject: Parameters<typeof proofsOf>[0]) =>
			[...proofsOf(subject, catalogue).values()].filter(({ required }) => required);
		const designed = needed(pattern).map(({ control }) => control);
		const inUses = uses.flatMap(({ entry }) => needed(entry));
		const controls = new Set([...designed, ...inUses.map(({ control }) => control)]);
		return [...controls].map((control): CoverageCell => {
			const of = inUses.filter((one) => one.control === control);
			const done = of.filter(({ state }) => state === 'proven').length;
			const state = stateFor(done, of.length);
			return { row: control, column: pattern.id, state, done, of: of.length };
		});
	});
	return {
		rows: [...catalogue.controls.values()].map((control) => axisOf(control)).sort(byTitle),
		columns: patterns.map(patternAxis),
		cells,
	};
});

/** Item of a framework by control: a control that cites it, in the live uses that need it. */
export function frameworkMap(framework: Entry<'frameworks'>, catalogue: Catalogue): CoverageMap {
	return keepMap(catalogue, `framework/${framework.id}`, () => {
		const proven = provenByControl(catalogue);
		const cells = framework.data.items.flatMap(({ id }) => {
			const citing = new Set(
				catalogue
					.coverage(framework.id, id)
					.flatMap(({ entry }) => (entry.collection === 'controls' ? [entry.id] : [])),
			);
			return [...citing].map((control): CoverageCell => {
				const { done, of } = proven.get(control) ?? { done: 0, of: 0 };
				return { row: id, column: control, state: stateFor(done, of), done, of };
			});
		});
		const used = new Set(cells.map(({ column }) => column));
		const groups = new Map(framework.data.items.map(({ id, title }) => [id, title]));
		return {
			// An item that only groups others is not covered by itself.
			rows: framework.data.items
				.filter(({ kind }) => kind !== 'function')
				.map(({ id, title, parent }) => ({
					id,
					title: title === id ? id : `${id} ${title}`,
					...(parent !== undefined && { group: groups.get(parent) ?? parent }),
				})),
			columns: [...catalogue.controls.values()]
				.filter(({ id }) => used.has(id))
				.map((control) => axisOf(control))
				.sort(byTitle),
			cells,
		};
	});
}

/** In how many live uses that need it each control is proven. */
function provenByControl(catalogue: Catalogue): ReadonlyMap<string, { done: number; of: number }> {
	const found = new Map<string, { done: number; of: number }>();
	for (const { row, done, of } of controlMap(catalogue).cells) {
		const sum = found.get(row) ?? { done: 0, of: 0 };
		found.set(row, { done: sum.done + done, of: sum.of + of });
	}
	return found;
}

/** Class of data by connector: live uses that send it, and whether it may pass. */
export const dataMap = kept('data', (catalogue) => {
	const uses = [...liveByPattern(catalogue).values()].flat();
	const cells = [...catalogue.connectors.values()].flatMap(({ id, data }) =>
		dataClass.values.flatMap((value): CoverageCell[] => {
			const count = uses.filter(({ entry }) =>
				entry.data.connectors.some((one) => one.connector === id && one.data === value),
			).length;
			const allowed = takes(data.ceiling, value);
			if (!allowed && count === 0) return [];
			const state = allowed ? (count > 0 ? 'full' : 'designed') : 'over';
			return [{ row: value, column: id, state, done: allowed ? count : 0, of: count }];
		}),
	);
	return {
		rows: dataClass.values.map((value) => ({ id: value, title: dataClass.label(value) })),
		columns: [...catalogue.connectors.values()].map((connector) => axisOf(connector)).sort(byTitle),
		cells,
	};
});

/** Problem by pattern: the live uses of each pattern that solves it. */
export const problemMap = kept('problems', (catalogue) => {
	const patterns = shownPatterns(catalogue);
	return {
		rows: problem.values.map((value) => ({ id: value, title: problem.label(value) })),
		columns: patterns.map((pattern) => axisOf(pattern)),
		cells: patterns.map(({ id, data }) => {
			const count = usesFor(id, catalogue).length;
			const state = count > 0 ? 'full' : 'designed';
			return { row: data.problem, column: id, state, done: count, of: count };
		}),
	};
});
