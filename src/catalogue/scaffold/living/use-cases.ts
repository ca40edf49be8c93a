/** The uses of the example organisation, with the versions of what they are built on. */
import type { UseCase } from '#schemas/use-case.ts';
import { contentDigest } from '../../judge/approval/content-digest.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import type { Given } from '../complete.ts';
import { type Desk, desks } from './desks.ts';
import { moved } from './told.ts';
import { type Own, ownOf, type ToldUse } from './told-use.ts';
import { promptLog, triage, uses } from './uses.ts';

/** A desk of the table as a use of the triage. */
function useAt(desk: Desk): ToldUse {
	const { owner, outcome, fields, dataOwner, classifiedOn, change } = desk;
	return {
		...desk,
		base: { ...triage, owner, outcome },
		sources: [
			{
				system: 'Service desk',
				direction: 'both',
				...{ data: 'confidential', personalData: 'ordinary', fields, dataOwner, classifiedOn },
				keptFor: 'Not kept outside the service desk',
			},
			promptLog(classifiedOn),
		],
		connectors: triage.connectors.filter(({ connector }) => connector !== 'crm'),
		measures: desk.measures.map(({ metric, target, owner: measured, source, scale }) => ({
			...{ metric, target, owner: measured, source },
			...(scale && { headline: true as const, scale }),
		})),
		changes: [{ version: '1.0.0', impact: 'minor', ...change }],
	};
}

const told: Readonly<Record<string, ToldUse>> = {
	...uses,
	...Object.fromEntries(Object.entries(desks).map(([id, desk]) => [id, useAt(desk)])),
};
const all: Readonly<Record<string, Own>> = Object.fromEntries(
	Object.entries(told).map(([id, use]) => [id, ownOf(use)]),
);

export interface ExampleUse {
	id: string;
	data: Given<UseCase>;
}

/** Each use with the versions and fingerprints that its pattern has today. */
export const useCasesFor = (catalogue: Catalogue, months: number): ExampleUse[] =>
	Object.entries(moved(all, months)).flatMap(([id, own]) => {
		const pattern = catalogue.patterns.get(own.pattern);
		return pattern ? [{ id, data: { ...own, ...builtOn(own, pattern, catalogue) } }] : [];
	});

/** The second version of a use as it was before. */
export function before({ id, data }: ExampleUse): ExampleUse | undefined {
	const { changes = [], variations: _, ...rest } = data;
	const [, ...older] = changes;
	const version = older[0]?.version;
	return version === undefined ? undefined : { id, data: { ...rest, version, changes: older } };
}

function builtOn(own: Own, pattern: Entry<'patterns'>, catalogue: Catalogue) {
	const { data } = pattern;
	const model = catalogue.models.get(own.model.model)?.data;
	return {
		builtOn: { version: data.version, digest: contentDigest(pattern, catalogue) },
		prompts: data.prompts.flatMap((prompt) => {
			const entry = catalogue.prompts.get(prompt);
			const version = entry?.data.version;
			return entry && version ? [{ prompt, version, digest: fileDigest(entry.source) }] : [];
		}),
		model: {
			...own.model,
			pin: model?.pinnedVersion ?? '',
			region: model?.regions[0] ?? '',
		},
		decisionRights: data.decisionRights,
	};
}
