/** The first drawing of a pattern: five lanes, seven steps, and the place of every control. */
import type { Layer, NodeKind } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { explained, provisional, type Sketch } from './sketch.ts';
import { modelConnector, mostOf, type PatternWish, type Use } from './wish.ts';

interface Box {
	id: string;
	layer: Layer;
	step: number;
	kind: NodeKind;
	title: string;
	does: string;
	connector?: string;
	prompt?: string;
}

const STEPS = ['Receive', 'Screen', 'Prepare', 'Ask', 'Check', 'Deliver', 'Learn'];
const ASK = STEPS.indexOf('Ask') + 1;

/** Beside the connectors, what every pattern has: the road of one task, and what watches it. */
const FIXED: [id: string, layer: Layer, step: number, title: string, does: string][] = [
	['intake', 'orchestration', 1, 'Intake', 'Takes up one task once and opens its trace.'],
	[
		'entry',
		'policy',
		1,
		'Right to use',
		'Lets in callers who are allowed to use the pattern on this data.',
	],
	['trace', 'observability', 1, 'Trace', 'Joins every step of one task under one id.'],
	['screen', 'policy', 2, 'Input screen', 'Holds or redacts what must not reach the prompt.'],
	['assemble', 'orchestration', 3, 'Assemble prompt', 'Fills the prompt with the screened input.'],
	['limits', 'policy', 4, 'Limits', 'Stops calls beyond the agreed rate, cost and model version.'],
	['log', 'observability', 4, 'Prompt log', 'Keeps prompt, answer, versions, latency and cost.'],
	[
		'check',
		'policy',
		5,
		'Output check',
		'Rejects an answer that does not match the schema or has no support.',
	],
	['evaluation', 'observability', 5, 'Evaluation', 'Runs the labelled set before each release.'],
	['deliver', 'orchestration', 6, 'Deliver', 'Passes the checked answer on, or holds it.'],
	['gate', 'policy', 6, 'Gate', 'Decides if the answer can be used without a person.'],
	['override', 'policy', 7, 'Right to override', 'Lets a person change or stop any output.'],
	['feedback', 'observability', 7, 'Drift and feedback', 'Compares live results with the release.'],
];

/** Boxes of the drawing, one per lane and step. */
export function boxesOf(wish: PatternWish, uses: readonly Use[], catalogue: Catalogue): Box[] {
	const gateway = modelConnector(catalogue);
	const boxes: Box[] = FIXED.map(([id, layer, step, title, does]) => {
		const box: Box = { id, layer, step, kind: 'service', title, does };
		if (layer === 'observability' && step !== 5) box.kind = 'store';
		if (id === 'assemble') box.prompt = wish.prompt;
		return box;
	});
	const model: Box = {
		id: 'model',
		layer: 'model',
		step: ASK,
		kind: 'model',
		title: 'Model call',
		does: 'Runs the pinned model once through the gateway.',
	};
	if (gateway && wish.connectors.includes(gateway)) model.connector = gateway;
	const person: Box = {
		id: 'person',
		layer: 'orchestration',
		step: 7,
		kind: 'person',
		title: 'Person',
		does: 'Reads, corrects or takes over the output.',
	};
	const sources = dataConnectors(uses, gateway).map(
		(connector, index): Box => ({
			id: `source-${connector.id}`,
			layer: 'data',
			step: index + 1,
			kind: 'store',
			title: connector.data.title.slice(0, 32),
			does: `${connector.data.title.slice(0, 60)} gives what the task needs, and nothing else.`,
			connector: connector.id,
		}),
	);
	return [...boxes, model, person, ...sources];
}

function dataConnectors(uses: readonly Use[], gateway: string | undefined) {
	const found = new Set(uses.map(({ connector }) => connector));
	// A drawing has one box per lane and step; with more sources it would be two patterns.
	return [...found].filter(({ id }) => id !== gateway).slice(0, MOST_SOURCES);
}

/** Most connectors beside the one to the models. */
export const MOST_SOURCES = STEPS.length;

/** The drawing as data. */
export function sketchArchitecture(
	{ exposure }: PatternWish,
	boxes: readonly Box[],
	uses: readonly Use[],
): Sketch {
	const data = exposure.data;
	const flows: Sketch[] = [
		...boxes.filter(({ layer }) => layer === 'data').flatMap((box) => sourceFlows(box, uses)),
		{ from: 'intake', to: 'trace', kind: 'reports' },
		{ from: 'entry', to: 'intake', kind: 'decides' },
		{ from: 'intake', to: 'screen', kind: 'data', carries: 'input of the task', data },
		{ from: 'screen', to: 'assemble', kind: 'data', carries: 'screened input', data },
		{ from: 'assemble', to: 'model', kind: 'data', carries: 'filled prompt', data },
		{ from: 'limits', to: 'model', kind: 'decides' },
		{ from: 'model', to: 'log', kind: 'reports', carries: 'prompt, answer, versions' },
		{ from: 'model', to: 'check', kind: 'data', carries: 'answer', data },
		{ from: 'check', to: 'evaluation', kind: 'reports', carries: 'rejected answers' },
		{ from: 'check', to: 'deliver', kind: 'data', carries: 'checked answer', data },
		{ from: 'gate', to: 'deliver', kind: 'decides' },
		{ from: 'deliver', to: 'person', kind: 'data', carries: 'answer', data },
		{ from: 'override', to: 'person', kind: 'decides' },
		{ from: 'person', to: 'feedback', kind: 'reports', carries: 'corrections' },
	];
	return {
		summary:
			'FILL: The architecture in one sentence, such as what comes before and after the model.',
		steps: STEPS,
		nodes: provisional(
			boxes.map((box) => ({ ...box })),
			'replace these nodes with the nodes of this pattern, one per layer and step. Controls cite their ids.',
		),
		flows: provisional(flows, 'draw what goes along this line, with the class of its data.'),
		yoursToChange: ['FILL: What a team can change without a new approval.'],
		fixedByApproval: [
			explained(
				'FILL: What stays as approved.',
				'A team that changes one of these must ask for approval again.',
			),
		],
	};
}

function sourceFlows({ id, connector }: Box, uses: readonly Use[]): Sketch[] {
	return uses
		.filter((use) => use.connector.id === connector)
		.map(({ changes, data, access }) =>
			changes
				? { from: 'deliver', to: id, kind: 'data', carries: `${access} after the check`, data }
				: { from: id, to: 'assemble', kind: 'data', carries: 'what the task needs', data },
		);
}

type Side = 'before' | 'at' | 'after';
const sideOf = (step: number, ask: number): Side =>
	step === ask ? 'at' : step < ask ? 'before' : 'after';

/** What is needed to know of a box to place a control at it. */
export type Spot = Pick<Box, 'id' | 'layer' | 'step'>;

const askOf = (spots: readonly Spot[]) => spots.find(({ layer }) => layer === 'model')?.step ?? 1;

/**
 * The box where a control acts: in the layer and on the side of the model where existing patterns
 * put it, else by its type. Undefined for one that acts in no place, such as a runbook.
 */
export function placeFor(
	control: Entry<'controls'>,
	boxes: readonly Spot[],
	{ patterns }: Catalogue,
): string | undefined {
	const seen = new Map<string, number>();
	for (const { data } of patterns.values()) {
		const { nodes } = data.architecture;
		for (const { control: id, enforcedAt } of data.controls) {
			if (id !== control.id) continue;
			const at = typeof enforcedAt === 'object' ? enforcedAt.to : enforcedAt;
			const node = nodes.find((candidate) => candidate.id === at);
			const place = node ? `${node.layer} ${sideOf(node.step, askOf(nodes))}` : 'none';
			seen.set(place, (seen.get(place) ?? 0) + 1);
		}
	}
	const place = mostOf(seen);
	if (place === 'none' || (!place && control.data.codifiedIn === 'runbook')) return undefined;
	const wanted = place ?? BY_TYPE[control.data.type];
	const ask = askOf(boxes);
	const same = boxes.find(({ layer, step }) => `${layer} ${sideOf(step, ask)}` === wanted);
	return (same ?? boxes.find(({ layer }) => wanted.startsWith(`${layer} `)))?.id;
}

const BY_TYPE = {
	preventive: 'policy before',
	detective: 'observability after',
	corrective: 'policy after',
};
