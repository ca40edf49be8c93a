import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '#catalogue/diagram/layout.ts';
import { metrics, PORT, phoneWidth, tabletWidth } from '#catalogue/diagram/metrics.ts';
import { measure, type Weight } from '#catalogue/diagram/text.ts';
import {
	type Architecture,
	type Box,
	type DiagramNode,
	type Drawing,
	type DrawnPath,
	layers,
	type Orientation,
	type Point,
	type TextLine,
} from '#catalogue/diagram/types.ts';

const orientations = ['landscape', 'middle', 'portrait'] as const;
const triage = triageArchitecture();

/** Random grids of up to 12 steps and 40 nodes; flows may go back, loop, repeat, or end nowhere. */
const architectures: fc.Arbitrary<Architecture> = fc
	.integer({ min: 1, max: 12 })
	.chain((count) =>
		fc.record({
			steps: fc.array(fc.constantFrom('Receive', 'Screen and redact', 'Check', 'Zażółć gęślą 🙂'), {
				minLength: count,
				maxLength: count,
			}),
			cells: fc.uniqueArray(fc.integer({ min: 0, max: count * layers.length - 1 }), {
				maxLength: 40,
				size: 'max',
			}),
			kinds: fc.array(fc.constantFrom('store', 'service', 'model', 'person'), {
				minLength: 40,
				maxLength: 40,
			}),
			titles: fc.array(
				fc.oneof(
					fc.constantFrom('Router', 'Input screen', 'Internationalisation of the answer', 'X'),
					fc.string({ minLength: 1, maxLength: 40 }),
				),
				{ minLength: 40, maxLength: 40 },
			),
			pairs: fc.array(
				fc.record({
					from: fc.nat(41),
					to: fc.nat(41),
					kind: fc.constantFrom('data', 'decides', 'reports'),
					label: fc.option(fc.constantFrom('held', 'at or above'), { nil: undefined }),
				}),
				{ maxLength: 45, size: 'max' },
			),
		}),
	)
	.map(({ steps, cells, kinds, titles, pairs }) => ({
		steps,
		nodes: cells.map((cell, index) => ({
			id: `n${index}`,
			layer: layers[cell % layers.length]?.id ?? 'data',
			step: Math.floor(cell / layers.length) + 1,
			kind: kinds[index] ?? 'service',
			title: titles[index] ?? 'X',
			note: index % 2 === 0 ? 'One per case, kept a while' : undefined,
		})),
		flows: pairs.map(({ from, to, kind, label }) => ({
			from: `n${from}`,
			to: `n${to}`,
			kind,
			label,
		})),
	}));

describe('any architecture, drawn', () => {
	it.each(orientations)('keeps every line out of every box, in %s', (orientation) => {
		check(orientation, (drawing) => {
			for (const path of drawing.paths) {
				for (const node of drawing.nodes) {
					const own = node.id === path.from || node.id === path.to;
					for (const stretch of stretches(path)) {
						// Its own two boxes a line may touch on a side, all others it passes at three pixels.
						expect(overlaps(asBox(stretch), grow(node, own ? 0 : 3))).toBe(false);
					}
				}
			}
		});
	});

	it.each(orientations)(
		'starts and ends every line on a side of its boxes, in %s',
		(orientation) => {
			check(orientation, (drawing) => {
				for (const { from, to, points } of drawing.paths) {
					expect(onSide(points[0], box(drawing, from))).toBe(true);
					expect(onSide(points.at(-1), box(drawing, to))).toBe(true);
				}
			});
		},
	);

	it.each(orientations)('gives every flow a line of its own, in %s', (orientation) => {
		check(orientation, (drawing) => {
			for (const [index, a] of drawing.paths.entries()) {
				for (const b of drawing.paths.slice(index + 1)) {
					expect(nearestParallel(a, b)).toBeGreaterThanOrEqual(least(orientation));
				}
			}
		});
	});

	it.each(orientations)('keeps lines at one side of a box apart, in %s', (orientation) => {
		check(orientation, (drawing) => {
			const ports = new Map<string, Point[]>();
			for (const { from, to, points } of drawing.paths) {
				for (const [id, end] of [
					[from, points[0]],
					[to, points.at(-1)],
				] as const) {
					if (end) ports.set(id, [...(ports.get(id) ?? []), end]);
				}
			}
			for (const [id, ends] of ports) {
				const { x, y, width, height } = box(drawing, id);
				const sides = [
					ends.filter(([at]) => at === x).map(([, at]) => at),
					ends.filter(([at]) => at === x + width).map(([, at]) => at),
					ends.filter(([, at]) => at === y).map(([at]) => at),
					ends.filter(([, at]) => at === y + height).map(([at]) => at),
				];
				for (const side of sides) {
					const sorted = side.sort((a, b) => a - b);
					for (const [index, at] of sorted.slice(1).entries()) {
						// Coordinates are rounded to half a pixel at each end.
						expect(at - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(PORT - 1);
					}
				}
			}
		});
	});

	it.each(orientations)('lays no word on a box or on another word, in %s', (orientation) => {
		check(orientation, (drawing) => {
			const words = drawing.paths.flatMap(({ label }) =>
				label ? [textBox(label, 12, 'regular')] : [],
			);
			for (const [index, word] of words.entries()) {
				expect(drawing.nodes.some((node) => overlaps(node, word))).toBe(false);
				expect(words.slice(index + 1).some((other) => overlaps(other, word))).toBe(false);
				expect(inside(word, { x: 0, y: 0, ...drawing })).toBe(true);
			}
		});
	});

	it.each(orientations)(
		'stays on the canvas, in half pixels, all right-angled, in %s',
		(orientation) => {
			check(orientation, (drawing) => {
				const { width, height } = drawing;
				for (const [x, y] of drawing.paths.flatMap(({ points }) => points)) {
					expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
					expect(Number.isInteger(2 * x) && Number.isInteger(2 * y)).toBe(true);
				}
				for (const path of drawing.paths) {
					for (const [a, b] of stretches(path))
						expect((a[0] === b[0]) !== (a[1] === b[1])).toBe(true);
				}
				for (const node of drawing.nodes) {
					expect(overlaps(node, { x: 0, y: 0, width, height })).toBe(true);
					expect(node.x + node.width).toBeLessThanOrEqual(width);
					expect(node.y + node.height).toBeLessThanOrEqual(height);
				}
				// A title may say NaN, so it is the values that are asked, and not the text.
				const unfit: unknown[] = [];
				JSON.stringify(drawing, function (this: unknown, _, value: unknown) {
					const isHole = value === null || (value === undefined && Array.isArray(this));
					if (isHole || (typeof value === 'number' && !Number.isFinite(value))) unfit.push(value);
					return value;
				});
				expect(unfit).toEqual([]);
			});
		},
	);

	it.each(orientations)(
		'keeps every line out of step names and references, in %s',
		(orientation) => {
			check(orientation, (drawing) => {
				const names = drawing.steps.flatMap(({ lines }) => lines.map((line) => textBox(line, 13)));
				const refs = drawing.nodes.map(({ reference }) => textBox(reference, 12));
				for (const path of drawing.paths) {
					for (const stretch of stretches(path)) {
						expect([...names, ...refs].some((text) => overlaps(asBox(stretch), text))).toBe(false);
					}
				}
			});
		},
	);

	it.each(orientations)('keeps words in their boxes and step names apart, in %s', (orientation) => {
		check(orientation, ({ nodes, steps, width }) => {
			for (const node of nodes) {
				const size = orientation === 'landscape' ? 13 : 12;
				for (const text of [
					...node.title.map((line) => textBox(line, size)),
					...node.note.map((line) => textBox(line, 12, 'regular')),
				]) {
					expect(inside(text, node)).toBe(true);
				}
			}
			const names = steps.flatMap(({ lines }) => lines.map((line) => textBox(line, 13)));
			for (const [index, name] of names.entries()) {
				expect(name.x >= 0 && name.x + name.width <= width).toBe(true);
				expect(names.slice(index + 1).some((other) => overlaps(name, other))).toBe(false);
			}
		});
	});

	it.each(orientations)('draws no box over another, in %s', (orientation) => {
		check(orientation, ({ nodes }) => {
			for (const [index, a] of nodes.entries()) {
				for (const b of nodes.slice(index + 1)) expect(overlaps(a, b)).toBe(false);
			}
		});
	});

	it.each(orientations)('is the same every time, in %s', (orientation) => {
		fc.assert(
			fc.property(architectures, (architecture) => {
				const again = structuredClone(architecture);
				expect(layout(again, { orientation })).toEqual(layout(architecture, { orientation }));
			}),
			{ numRuns: 8 },
		);
	});

	it.each(orientations)('draws every flow between two drawn nodes, in %s', (orientation) => {
		fc.assert(
			fc.property(architectures, (architecture) => {
				const ids = new Set(architecture.nodes.map(({ id }) => id));
				const flows = architecture.flows.filter(({ from, to }) => ids.has(from) && ids.has(to));
				const { paths, undrawn } = layout(architecture, { orientation });
				expect(paths).toHaveLength(flows.length);
				expect(undrawn).toEqual({ nodes: [], flows: architecture.flows.length - flows.length });
			}),
			{ numRuns: 15 },
		);
	});
});

describe('the triage drawing', () => {
	it('fits the width that each layout is made for', () => {
		expect(layout(triage, { orientation: 'landscape' }).width).toBeLessThanOrEqual(1096);
		expect(layout(triage, { orientation: 'middle' }).width).toBe(tabletWidth);
		expect(layout(triage, { orientation: 'portrait' }).width).toBe(phoneWidth);
	});

	it('puts steps with several checks or calls in several rows on a phone', () => {
		const { lanes, nodes } = layout(triage, { orientation: 'portrait' });
		expect(lanes.map(({ name }) => name.text)).toEqual(['Data', 'Steps', 'Checks and records']);
		const [check, record] = ['P7', 'V7'].map((ref) => nodes.find((one) => one.ref === ref));
		expect(record?.x).toBe(check?.x);
		expect(record?.y).toBeGreaterThan(check?.y ?? Infinity);
	});

	it('draws the longest way through the steps thick, and no way back', () => {
		const { paths } = layout(triage, { orientation: 'landscape' });
		const main = paths.filter(({ main: thick }) => thick).map(({ from, to }) => `${from}>${to}`);
		expect(main.join(' ')).toBe('D1>O1 O1>P2 P2>O3 O3>M4 M4>P5 P5>O6 O6>O7 O7>D7');
	});

	it('cuts no word in landscape and in portrait', () => {
		for (const orientation of ['landscape', 'portrait'] as const) {
			const { nodes, steps } = layout(triage, { orientation });
			const words = nodes.flatMap(({ title, note }) => [...title, ...note]);
			const names = steps.flatMap(({ lines }) => lines);
			expect([...words, ...names].filter(({ text }) => text.includes('…'))).toEqual([]);
		}
	});

	it('gives a note that is too long for one line a second one', () => {
		const nodes = [
			node('O1', 'store', 'Human review and sign-off', 'Two people, within four hours'),
		];
		const { lanes, nodes: drawn } = layout(
			{ steps: ['A'], nodes, flows: [] },
			{ orientation: 'landscape' },
		);
		expect(drawn[0]?.title).toHaveLength(2);
		expect(drawn[0]?.note.map(({ text }) => text).join(' ')).toBe('Two people, within four hours');
		expect(lanes[1]?.height).toBeGreaterThan(98);
	});

	it('gives every node its reference, in reading order', () => {
		const refs = layout(triage, { orientation: 'landscape' }).nodes.map(({ ref }) => ref);
		expect(refs.join(' ')).toBe('D1 O1 V1 P2 D3 O3 M4 V4 P5 V5 D6 O6 P6 D7 O7 P7 V7');
	});

	it('crosses lines at most three times and bends the main line little', () => {
		const { paths } = layout(triage, { orientation: 'landscape' });
		expect(crossings(paths)).toBeLessThanOrEqual(3);
		const main = paths.filter(({ kind }) => kind === 'data');
		expect(main.every(({ points }) => points.length <= 4)).toBe(true);
	});

	it('writes a word on its own line, clear of boxes', () => {
		const { paths, nodes } = layout(triage, { orientation: 'landscape' });
		const label = paths.find(({ from, to }) => from === 'O6' && to === 'D6')?.label;
		expect(label?.text).toBe('at or above');
		const { x, y } = label ?? { x: 0, y: 0 };
		expect(nodes.some((node) => overlaps(node, { x, y: y - 9, width: 60, height: 12 }))).toBe(
			false,
		);
	});
});

describe('single flows', () => {
	it('goes straight to a neighbour in the row', () => {
		expect(onePath([node('O1'), node('O2')], 'O1', 'O2').points).toHaveLength(2);
	});

	it('goes straight over free cells in a column', () => {
		expect(onePath([node('D1'), node('V1')], 'D1', 'V1').points).toHaveLength(2);
	});

	it('goes round a node in the way', () => {
		const path = onePath([node('O1'), node('O2'), node('O3')], 'O1', 'O3');
		expect(path.points.length).toBeGreaterThan(2);
	});

	it('goes back straight to an earlier step', () => {
		const [start, end] = onePath([node('P1'), node('P3')], 'P3', 'P1').points as [Point, Point];
		expect(start[0]).toBeGreaterThan(end[0]);
		expect(start[1]).toBe(end[1]);
	});

	it('leaves by one side and returns by another when a node flows to itself', () => {
		const { points } = onePath([node('O1')], 'O1', 'O1');
		expect(points.length).toBeGreaterThanOrEqual(4);
		expect(points[0]).not.toEqual(points.at(-1));
	});

	it('keeps the two directions between two nodes apart', () => {
		const nodes = [node('O1'), node('O2')];
		const flows = [flow('O1', 'O2'), flow('O2', 'O1')];
		const { paths } = layout({ steps: ['A', 'B'], nodes, flows }, { orientation: 'landscape' });
		expect(nearestParallel(paths[0] as DrawnPath, paths[1] as DrawnPath)).toBeGreaterThanOrEqual(5);
	});
});

describe('what has no place', () => {
	it('names a second node in a cell and a node beyond the last step instead of drawing them', () => {
		const nodes = [node('O1'), { ...node('O1'), id: 'twin' }, node('P9')];
		const flows = [flow('O1', 'twin'), flow('O1', 'nowhere')];
		const drawing = layout({ steps: ['A'], nodes, flows }, { orientation: 'landscape' });
		expect(drawing.nodes.map(({ id }) => id)).toEqual(['O1']);
		expect(drawing.undrawn).toEqual({ nodes: ['twin', 'P9'], flows: 2 });
	});

	it('draws empty lanes when there are no nodes', () => {
		for (const orientation of orientations) {
			const drawing = layout({ steps: ['A'], nodes: [], flows: [] }, { orientation });
			expect(
				drawing.lanes
					.map(({ letter }) => letter.text)
					.join('')
					.replaceAll(' ', ''),
			).toBe('DOMPV');
			expect(drawing.paths).toEqual([]);
		}
	});
});

function check(orientation: Orientation, holds: (drawing: Drawing) => void): void {
	holds(layout(triage, { orientation }));
	fc.assert(
		fc.property(architectures, (architecture) => holds(layout(architecture, { orientation }))),
		{ numRuns: 25 },
	);
}

/** Least distance of parallel lines: tracks are spaced wider, and rounded. */
function least(orientation: Orientation): number {
	return Math.min(5, metrics[orientation].port.least - 0.5);
}

function stretches({ points }: DrawnPath): [Point, Point][] {
	return points.slice(1).map((end, index) => [points[index] as Point, end]);
}

function asBox([a, b]: [Point, Point]): Box {
	const x = Math.min(a[0], b[0]);
	const y = Math.min(a[1], b[1]);
	return { x, y, width: Math.abs(a[0] - b[0]), height: Math.abs(a[1] - b[1]) };
}

/** About where a line of text stands: from the top of its capitals to its baseline. */
function textBox({ text, x, y, anchor }: TextLine, size: number, weight: Weight = 'semibold'): Box {
	const width = measure(text, size, weight);
	const before = { start: 0, middle: width / 2, end: width }[anchor];
	return { x: x - before, y: y - 9, width, height: 9 };
}

function inside(a: Box, b: Box): boolean {
	const inX = a.x >= b.x && a.x + a.width <= b.x + b.width;
	return inX && a.y >= b.y && a.y + a.height <= b.y + b.height;
}

function grow({ x, y, width, height }: Box, by: number): Box {
	return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function overlaps(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function box({ nodes }: Drawing, id: string): Box {
	return nodes.find((node) => node.id === id) as Box;
}

function onSide(point: Point | undefined, { x, y, width, height }: Box): boolean {
	const [a, b] = point ?? [-1, -1];
	const inX = a > x && a < x + width;
	const inY = b > y && b < y + height;
	return (inX && (b === y || b === y + height)) || (inY && (a === x || a === x + width));
}

/** Distance of the nearest two stretches of two lines that run side by side or touch end to end. */
function nearestParallel(a: DrawnPath, b: DrawnPath): number {
	let nearest = Number.POSITIVE_INFINITY;
	for (const one of stretches(a)) {
		for (const other of stretches(b)) {
			for (const axis of [0, 1] as const) {
				if (one[0][axis] !== one[1][axis] || other[0][axis] !== other[1][axis]) continue;
				const along = (1 - axis) as 0 | 1;
				const low = Math.max(
					Math.min(one[0][along], one[1][along]),
					Math.min(other[0][along], other[1][along]),
				);
				const high = Math.min(
					Math.max(one[0][along], one[1][along]),
					Math.max(other[0][along], other[1][along]),
				);
				if (low <= high) nearest = Math.min(nearest, Math.abs(one[0][axis] - other[0][axis]));
			}
		}
	}
	return nearest;
}

function crossings(paths: DrawnPath[]): number {
	let count = 0;
	for (const [index, a] of paths.entries()) {
		for (const b of paths.slice(index + 1)) {
			for (const one of stretches(a)) {
				for (const other of stretches(b)) {
					const [p, q] = [asBox(one), asBox(other)];
					const inX =
						p.x < q.x && q.x + q.width < p.x + p.width && q.y < p.y && p.y < q.y + q.height;
					const inY =
						q.x < p.x && p.x + p.width < q.x + q.width && p.y < q.y && q.y < p.y + p.height;
					if (inX || inY) count += 1;
				}
			}
		}
	}
	return count;
}

function onePath(nodes: DiagramNode[], from: string, to: string): DrawnPath {
	const architecture = { steps: ['A', 'B', 'C'], nodes, flows: [flow(from, to)] };
	return layout(architecture, { orientation: 'landscape' }).paths[0] as DrawnPath;
}

function node(
	ref: string,
	kind: DiagramNode['kind'] = 'service',
	title = 'Node',
	note?: string,
): DiagramNode {
	const layer = layers.find(({ letter }) => letter === ref[0])?.id ?? 'data';
	return { id: ref, layer, step: Number(ref.slice(1)), kind, title, note };
}

function flow(from: string, to: string, kind: 'data' | 'decides' | 'reports' = 'data') {
	return { from, to, kind };
}

/** The drawing of the reference page: 17 nodes in seven steps. */
function triageArchitecture(): Architecture {
	const pairs = (kind: 'data' | 'decides' | 'reports', text: string) =>
		text.split(' ').map((pair) => {
			const [from = '', to = ''] = pair.split('>');
			return flow(from, to, kind);
		});
	return {
		steps: ['Receive', 'Screen', 'Prepare', 'Classify', 'Check', 'Route', 'Correct'],
		nodes: [
			node('D1', 'store', 'New case', 'Service desk, read'),
			node('O1', 'service', 'Intake worker', 'One case at a time'),
			node('P2', 'service', 'Input screen', 'Injection, redaction'),
			node('D3', 'store', 'Customer record', 'CRM, read'),
			node('O3', 'service', 'Assemble prompt', 'triage-classify 3.1.0'),
			node('M4', 'model', 'Model gateway', 'Pinned 2026-09-15'),
			node('P5', 'service', 'Output check', 'Schema, queue list'),
			node('O6', 'service', 'Router', 'Apply, or hold'),
			node('P6', 'service', 'Confidence gate', '0.80, or hold'),
			node('D6', 'store', 'Case fields', 'Service desk, write'),
			node('O7', 'person', 'Service agent', 'Reviews held cases'),
			node('P7', 'service', 'Right to override', 'Any agent, any label'),
			node('D7', 'store', 'Corrections', 'Labelled examples'),
			node('V1', 'service', 'Trace', 'One per case'),
			node('V4', 'service', 'Prompt log', 'Redacted, 180 days'),
			node('V5', 'service', 'Evaluation', 'Nightly, 420 cases'),
			node('V7', 'service', 'Drift and feedback', 'Weekly review'),
		],
		flows: [
			...pairs('data', 'D1>O1 O1>P2 P2>O3 D3>O3 O3>M4 M4>P5 P5>O6'),
			{ ...flow('O6', 'D6'), label: 'at or above' },
			...pairs('data', 'O6>O7 O7>D7 D7>D6'),
			...pairs('decides', 'P6>O6 P7>O7'),
			...pairs('reports', 'O1>V1 P2>V1 O3>V1 M4>V4 P5>V5 P6>V5 P7>V7'),
		],
	};
}
