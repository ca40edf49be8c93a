/**
 * What the form that fills in a starter must know. It is written next to the starter and read in
 * the browser.
 */

import type { DataOf } from '#schemas/index.ts';
import type { Pattern } from '#schemas/pattern.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { fileDigest } from '../../model/digest.ts';

/** Files of a starter that the form writes into; fill.ts has a way to fill each. */
const FILLED_FILES = ['README.md', '.env.example', 'policy/model.yaml'] as const;
export type FilledFile = (typeof FILLED_FILES)[number];

/** Fields of a pattern that the rules of the form look at. */
type Judged = Pick<
	Pattern,
	| 'exposure'
	| 'techniques'
	| 'tier'
	| 'stage'
	| 'connectors'
	| 'models'
	| 'controls'
	| 'waivers'
	| 'architecture'
>;

export interface FillFacts {
	id: string;
	title: string;
	version: string;
	pattern: Judged;
	policy: DataOf<'policy'>;
	connectors: Record<string, Pick<DataOf<'connectors'>, 'title' | 'ceiling'>>;
	models: Record<string, Pick<DataOf<'models'>, 'title' | 'ceiling' | 'pinnedVersion'>>;
	/** Titles of every control that the policy can require, by id. */
	controls: Record<string, string>;
	/** Digests of the files the form writes into, as the catalogue has them. */
	files: Record<string, string>;
	today: string;
}

/** The path of the facts under the site. */
export const factsPath = (pattern: string) => `patterns/${pattern}/fill.json`;

/** The facts of a pattern. */
export function fillFacts(
	pattern: Entry<'patterns'>,
	{ catalogue, artefacts }: ExportContext,
): FillFacts {
	const { id, data } = pattern;
	const { exposure, techniques, tier, stage, connectors, models } = data;
	const { controls, waivers, architecture } = data;
	const files = artefacts.starter(pattern);
	return {
		id,
		title: data.title,
		version: data.version,
		pattern: {
			exposure,
			techniques,
			tier,
			stage,
			connectors,
			models,
			controls,
			waivers,
			architecture,
		},
		policy: catalogue.policy,
		connectors: Object.fromEntries(
			connectors
				.flatMap(({ connector }) => catalogue.connectors.get(connector) ?? [])
				.map((entry) => [entry.id, { title: entry.data.title, ceiling: entry.data.ceiling }]),
		),
		models: Object.fromEntries(
			models
				.flatMap((alias) => catalogue.models.get(alias) ?? [])
				.map((entry) => {
					const { title, ceiling, pinnedVersion } = entry.data;
					return [entry.id, { title, ceiling, pinnedVersion }];
				}),
		),
		controls: Object.fromEntries(
			[...catalogue.controls.values()].map((entry) => [entry.id, entry.data.title]),
		),
		files: Object.fromEntries(
			files
				.filter(({ path }) => FILLED_FILES.some((one) => one === path))
				.map(({ path, text }) => [path, fileDigest(text)]),
		),
		today: catalogue.today,
	};
}
