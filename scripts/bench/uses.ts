/** Synthetic use cases of the patterns there are, an outcome, and records of the uses. */
import { stringify } from 'yaml';
import { contentDigest } from '#catalogue/judge/approval/content-digest.ts';
import { definitionDigest } from '#catalogue/judge/records/binding.ts';
import { named, type Unnamed } from '#catalogue/judge/records/id.ts';
import { recordPath } from '#catalogue/judge/records/place.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { recordFileText } from '#catalogue/scaffold/record.ts';
import { finishedUse } from '#catalogue/scaffold/use-case.ts';
import { addMonths } from '#catalogue/words/calendar.ts';
import type { MadeFile } from './pattern.ts';
import type { Random } from './random.ts';

const OUTCOME = 'synthetic-outcome';
const DIGEST = '0'.repeat(64);

const useId = (index: number) => `synthetic-use-${String(index + 1).padStart(5, '0')}`;

/** The outcome that every synthetic use serves. */
export function makeOutcome(catalogue: Catalogue): MadeFile {
	const [metric = ''] = catalogue.policy.coreMetrics;
	const data = {
		title: 'Synthetic outcome',
		summary: 'An outcome that the synthetic use cases of the bench serve.',
		owner: catalogue.organisation.council.team,
		reviewed: catalogue.today,
		category: 'service-efficiency',
		accountable: 'Head of the bench',
		metric,
		baseline: 70,
		target: { atLeast: 90 },
		combine: { how: 'sum' },
	};
	return { path: `content/outcomes/${OUTCOME}.yaml`, text: stringify(data) };
}

/** Patterns that a use can be built on; those of the bench are drafts or proposed. */
export const buildable = ({ patterns }: Catalogue): Entry<'patterns'>[] =>
	[...patterns.values()].filter(({ data }) => data.status === 'proposed');

/** A use case of one of the patterns, as a pilot. */
export function makeUse(
	index: number,
	patterns: readonly Entry<'patterns'>[],
	catalogue: Catalogue,
): MadeFile {
	const pattern = patterns[index % patterns.length];
	if (!pattern) throw new Error('There is no pattern to build on.');
	const data = useOf(pattern, index, catalogue);
	return {
		path: `content/use-cases/${useId(index)}.yaml`,
		text: stringify(data, { aliasDuplicateObjects: false }),
	};
}

function useOf(pattern: Entry<'patterns'>, index: number, catalogue: Catalogue): object {
	const { data } = pattern;
	// Every pattern measures the core metrics, so the outcome is one of them.
	const [core] = catalogue.policy.coreMetrics;
	const measure = data.metrics.find(({ metric }) => metric === core) ?? data.metrics[0];
	return {
		title: `Synthetic use ${index + 1}`,
		summary: 'A use case that the bench made, to time the checks of many.',
		status: 'proposed',
		owner: data.owner,
		version: '1.0.0',
		reviewed: catalogue.today,
		pattern: pattern.id,
		outcome: OUTCOME,
		...finishedUse(pattern, catalogue, (mark) => 'Said by the bench'.slice(0, mark.length)),
		measures: measure
			? [
					{
						metric: measure.metric,
						headline: true,
						target: measure.target,
						owner: 'Head of the bench',
						source: 'Bench store',
					},
				]
			: [],
	};
}

/** A file of records about a use case that is there: values of a year, evidence or a drill. */
export function makeRecords(
	index: number,
	uses: number,
	catalogue: Catalogue,
	random: Random,
): MadeFile {
	const id = useId(index % uses);
	const use = catalogue['use-cases'].get(id);
	const round = Math.floor(index / uses);
	const month = addMonths(catalogue.today, -round).slice(0, 7);
	const on = `${month}-01`;
	const common = {
		on,
		source: `Report ${index + 1} of the bench`,
		by: 'Bench',
		added: { by: 'Bench', on },
	};
	const of = { version: '1.0.0', digest: use ? contentDigest(use, catalogue) : DIGEST };
	const [control = ''] = catalogue.controls.keys();
	const metric = use?.data.measures[0]?.metric ?? '';
	if (round === 0) {
		const definition = definitionDigest(metric, catalogue) ?? DIGEST;
		const values = Array.from({ length: 12 }, (_, back) => ({
			...common,
			kind: 'measurement' as const,
			metric,
			definition,
			period: addMonths(on, back - 12).slice(0, 7),
			value: random.int(100),
		}));
		return file(id, 'measurement', metric, values);
	}
	const evidence = { ...common, of, control, what: 'Settings read line by line by the bench.' };
	const all = Array.from({ length: 4 }, (_, at) => ({
		...evidence,
		kind: 'evidence' as const,
		evidence: 'log-config' as const,
		source: `${common.source}, part ${at + 1}`,
	}));
	return file(id, 'evidence', month, all);
}

const file = (
	id: string,
	kind: 'measurement' | 'evidence',
	name: string,
	records: readonly Unnamed[],
): MadeFile => ({
	path: recordPath('use-cases', id, kind, name),
	text: recordFileText({ records: records.map(named) }),
});
