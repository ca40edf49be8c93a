/** How patterns use a metric, a connector, a model or a role: the facts each pattern states. */

import { stageNames } from '#schemas/stage-names.ts';
import { access, dataClass, stage } from '#schemas/vocabularies.ts';
import { seriesOf } from '../judge/records/measures.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { shortDay } from '../words/day.ts';
import { withSymbol } from '../words/number.ts';
import { targetWords } from '../words/target.ts';
import { citingPatterns, type PatternRows, patternRows } from './citing.ts';
import { nothing, words } from './fact.ts';

export const METRIC_USE_COLUMNS = [
	'Pattern',
	'Status',
	'Tier',
	'Target',
	'Now',
	'Read from',
] as const;

/** Patterns that measure a metric, with target and newest value. */
export function metricUses(metric: Entry<'metrics'>, catalogue: Catalogue): PatternRows {
	const symbol = metric.data.symbol ?? '';
	const patterns = citingPatterns(metric, catalogue).filter(({ data }) =>
		data.metrics.some((use) => use.metric === metric.id),
	);
	return patternRows(patterns, catalogue, (pattern) => {
		const { data } = pattern;
		const uses = data.metrics.filter((use) => use.metric === metric.id);
		const each = (line: (use: (typeof uses)[number]) => string) => uses.map(line).join('; ');
		const latest = uses.flatMap((use) => seriesOf(pattern, use, catalogue, 0).latest?.record ?? []);
		const newest = latest[0];
		return [
			words(each(({ part, target }) => (part ? `${part}: ` : '') + targetWords(target, symbol))),
			newest
				? {
						text: latest.map(({ value }) => withSymbol(value, symbol)).join('; '),
						sub: shortDay(newest.on),
					}
				: nothing('Not yet measured'),
			words([...new Set(uses.map(({ source }) => source))].join('; ')),
		];
	});
}

export const CONNECTOR_USE_COLUMNS = [
	'Pattern',
	'Status',
	'Tier',
	'Access',
	'Data',
	'Needed for',
] as const;

/** Patterns that go through a connector: with which access, on which data, what for. */
export function connectorUses(connector: Entry<'connectors'>, catalogue: Catalogue): PatternRows {
	const patterns = citingPatterns(connector, catalogue).filter(({ data }) =>
		data.connectors.some((use) => use.connector === connector.id),
	);
	return patternRows(patterns, catalogue, (pattern) => {
		const { data } = pattern;
		const uses = data.connectors.filter((use) => use.connector === connector.id);
		const fields = uses.flatMap((use) => use.fields ?? []);
		const written = fields.length > 0 ? { sub: `Only ${fields.join(', ')}` } : {};
		return [
			{ text: unique(uses.map((use) => access.label(use.access))), ...written },
			words(unique(uses.map((use) => dataClass.label(use.data)))),
			words(uses.map(({ why }) => why).join(' ')),
		];
	});
}

const unique = (values: readonly string[]) => [...new Set(values)].join(', ');

export const MODEL_USE_COLUMNS = [
	'Pattern',
	'Status',
	'Tier',
	'Data',
	stageNames.pattern,
	'Order of choice',
] as const;

/** Patterns that may run on a model alias, and whether it is their first choice. */
export function modelUses(model: Entry<'models'>, catalogue: Catalogue): PatternRows {
	const patterns = citingPatterns(model, catalogue).filter(({ data }) =>
		data.models.includes(model.id),
	);
	return patternRows(patterns, catalogue, ({ data }) => [
		words(dataClass.label(data.exposure.data)),
		words(stage.label(data.stage)),
		words(
			data.models[0] === model.id ? 'First choice' : `Choice ${data.models.indexOf(model.id) + 1}`,
		),
	]);
}

export const ROLE_USE_COLUMNS = [
	'Pattern',
	'Status',
	'Tier',
	'What changes',
	'Practises',
	'Learnt when',
] as const;

/** Patterns that change the work of a role. */
export function roleUses(role: Entry<'roles'>, catalogue: Catalogue): PatternRows {
	const patterns = citingPatterns(role, catalogue).filter(({ data }) =>
		data.people.some((person) => person.role === role.id),
	);
	return patternRows(patterns, catalogue, (pattern) => {
		const { data } = pattern;
		const person = data.people.find((candidate) => candidate.role === role.id);
		return person ? [words(person.change), words(person.practises), words(person.doneWhen)] : [];
	});
}
