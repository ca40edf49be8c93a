/** What a copied pattern lacks under its own exposure: controls, metrics, limits, bounds. */
import { type Document, isSeq } from 'yaml';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { sketchControl } from './assurance.ts';
import { placeFor } from './drawing.ts';
import { metricsFor, sketchLimit, sketchMetric, testedDimensions } from './measures.ts';
import { rolesFor, sketchAgent } from './pattern.ts';
import { type Sketch, toNode } from './sketch.ts';
import { controlsFor, type PatternWish, tierOfWish, usesOf } from './wish.ts';

/** Adds to the lists of the copy what its exposure demands and the source did not have. */
export function addMissing(
	document: Document,
	{ data }: Entry<'patterns'>,
	wish: PatternWish,
	catalogue: Catalogue,
): void {
	const tier = tierOfWish(wish, catalogue);
	const controls = new Set(data.controls.map(({ control }) => control));
	for (const id of new Set([...controlsFor(wish, catalogue), ...gateFor(data, wish, catalogue)])) {
		const control = catalogue.controls.get(id);
		if (!control || controls.has(id)) continue;
		const place = placeFor(control, data.architecture.nodes, catalogue);
		append(document, ['controls'], sketchControl(control, place, tier));
	}
	const metrics = new Set(data.metrics.map(({ metric }) => metric));
	for (const metric of metricsFor(wish, tier, catalogue)) {
		// The copy keeps its own measure of a dimension; only what the policy names is added.
		if (metrics.has(metric.id) || isMeasured(metric, data, catalogue)) continue;
		append(document, ['metrics'], sketchMetric(metric));
	}
	const tested = new Set(data.evaluation.limits.map(({ dimension }) => dimension));
	for (const dimension of testedDimensions(wish, tier, catalogue)) {
		if (!tested.has(dimension)) append(document, ['evaluation', 'limits'], sketchLimit(dimension));
	}
	if (!wish.techniques.includes('agent')) document.delete('agent');
	else if (!data.agent) {
		const uses = usesOf(wish, catalogue).filter(({ connector, access }) =>
			data.connectors.some((use) => use.connector === connector.id && use.access === access),
		);
		const role = rolesFor(wish, catalogue)[0] ?? '';
		document.set('agent', toNode(sketchAgent(uses, role)));
	}
}

/** A person before each write that the copy's exposure no longer lets happen unasked. */
function gateFor(
	{ connectors }: Entry<'patterns'>['data'],
	wish: PatternWish,
	catalogue: Catalogue,
): string[] {
	if (tierOfWish(wish, catalogue) === 'low') return [];
	const unasked = connectors.some(
		({ access, fields }) =>
			access === 'write' && (!fields?.length || wish.exposure.reversibility !== 'easy'),
	);
	return unasked ? [catalogue.policy.highTier.gate] : [];
}

function isMeasured(
	metric: Entry<'metrics'>,
	data: Entry<'patterns'>['data'],
	{ metrics, policy }: Catalogue,
): boolean {
	if ([...policy.coreMetrics, ...policy.evaluation.sensitiveMetrics].includes(metric.id))
		return false;
	return data.metrics.some(
		(use) => metrics.get(use.metric)?.data.dimension === metric.data.dimension,
	);
}

function append(document: Document, path: readonly string[], item: Sketch): void {
	const list = document.getIn(path);
	if (isSeq(list)) list.items.push(toNode(item));
}
