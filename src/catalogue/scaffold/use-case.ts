/** A draft of a use case: what its pattern says of itself, and a marker where only the team knows. */
import { tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fill } from '../model/marker.ts';
import { addMonths } from '../words/calendar.ts';
import { builtOnToday } from './built-on.ts';
import { entryFiles } from './entry.ts';
import { plain, type Say } from './plain.ts';
import type { NewFile } from './prompt.ts';
import { provisional, type Sketch } from './sketch.ts';

/** Months that a pilot usually takes. */
const PILOT_MONTHS = 3;

/** The file of a new use case; what the author gave wins over what the pattern says. */
export function useCaseFiles(
	id: string,
	pattern: Entry<'patterns'>,
	given: Readonly<Record<string, Sketch>>,
	catalogue: Catalogue,
): NewFile[] {
	const draft = draftOf(pattern, catalogue);
	const measures = [
		...measuresOf(pattern, catalogue),
		...outcomeMeasure(given.outcome, pattern, catalogue),
	];
	return entryFiles('use-cases', id, { ...draft, measures, ...given }, catalogue);
}

/** The measure of the outcome it serves, where the pattern has none of that metric. */
function outcomeMeasure(
	outcome: Sketch | undefined,
	{ data }: Entry<'patterns'>,
	{ outcomes }: Catalogue,
): Sketch[] {
	const served = typeof outcome === 'string' ? outcomes.get(outcome)?.data : undefined;
	if (!served || data.metrics.some(({ metric }) => metric === served.metric)) return [];
	return [
		{
			metric: served.metric,
			target: { ...served.target },
			owner: served.accountable,
			source: fill('Where the value is read from', 80),
		},
	];
}

/** The same as data, with something said in the place of every mark: a use nobody must finish. */
export const finishedUse = (pattern: Entry<'patterns'>, catalogue: Catalogue, say: Say): object =>
	Object(plain(draftOf(pattern, catalogue), say));

function draftOf(pattern: Entry<'patterns'>, catalogue: Catalogue): Record<string, Sketch> {
	const { data } = pattern;
	const { exposure } = data;
	const { today } = catalogue;
	return {
		...builtOnToday(pattern, catalogue),
		businessOwner: fill(
			`Role that is responsible for the outcome here. The pattern: ${data.businessOwner}`,
			80,
		),
		state: 'pilot',
		stage: 'pilot',
		stages: [{ stage: 'pilot', entered: today }],
		pilot: {
			exit: data.rollout.find(({ stage }) => stage === 'pilot')?.exit ?? [
				fill('What must be true to leave the pilot'),
			],
			ends: provisional(addMonths(today, PILOT_MONTHS), 'the day the pilot ends'),
		},
		tier: tierOf(data, catalogue.policy),
		data: exposure.data,
		personalData: exposure.personalData,
		sources: sourcesOf(pattern, catalogue),
		model: modelOf(pattern, catalogue),
		connectors: data.connectors.map(({ connector, access, data: passes }) => ({
			connector,
			access,
			data: passes,
		})),
		switchOff: {
			who: fill('Role that can switch it off here', 80),
			how: data.incident.switchOff.slice(0, 200),
		},
	};
}

/** Systems behind the connectors; what goes to a model is no source of its own. */
function sourcesOf({ data }: Entry<'patterns'>, { connectors, today }: Catalogue): Sketch {
	const systems = data.connectors.filter(
		({ connector }) => connectors.get(connector)?.data.systemClass !== 'gateway',
	);
	return (systems.length > 0 ? systems : data.connectors).map(
		({ connector, access, data: passes, fields }) => ({
			system: connectors.get(connector)?.data.system.slice(0, 60) ?? connector,
			direction: access.startsWith('write') || access === 'index-write' ? 'both' : 'reads',
			data: passes,
			personalData: data.exposure.personalData,
			fields: fields ?? [fill('Fields that are used', 60)],
			keptFor: fill('How long the use keeps them', 80),
			dataOwner: fill('Role that owns the data', 80),
			classifiedOn: provisional(today, 'the date when the class was set or confirmed'),
		}),
	);
}

function modelOf({ data }: Entry<'patterns'>, { models }: Catalogue): Sketch {
	const [alias = ''] = data.models;
	const model = models.get(alias)?.data;
	return {
		model: alias,
		pin: model?.pinnedVersion ?? fill('Exact version of the model', 40),
		region: model?.regions[0] ?? fill('Where prompts are processed', 60),
		fallback: model?.fallback,
	};
}

/** The measures of the pattern; the first that shows business impact is the main one. */
function measuresOf({ data }: Entry<'patterns'>, { metrics }: Catalogue): Sketch[] {
	const isImpact = ({ metric }: { metric: string }) =>
		metrics.get(metric)?.data.dimension === 'business-impact';
	const main = data.metrics.find(isImpact) ?? data.metrics[0];
	return data.metrics.map((use) => ({
		metric: use.metric,
		part: use.part,
		headline: use === main ? true : undefined,
		target: { ...use.target },
		owner: use.owner ?? data.businessOwner,
		source: use.source,
	}));
}
