/** The evidence a reviewer asks for at this tier, as a list to tick. */

import { evidenceKind, tier as tiers } from '#schemas/vocabularies.ts';
import { atLeast, tierOf } from '../../judge/tier.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { titleById } from '../../model/title.ts';
import { heading, joined, list, md } from '../../print/markdown/write.ts';
import { fileOf } from './made.ts';

/** EVIDENCE.md: every item of the pack, with the controls of the pattern that yield it. */
export function evidenceList({ data }: Entry<'patterns'>, catalogue: Catalogue): string {
	const { policy } = catalogue;
	const tier = tierOf(data, policy);
	const items = policy.evidencePack
		.filter(({ from }) => atLeast(tier, from))
		.map(({ item, kind, onlyIf, frameworks }) => {
			const sources = data.controls
				.filter(({ evidence }) => kind !== undefined && evidence.kind === kind)
				.map(
					({ control, evidence }) =>
						md`${titleById('controls', control, catalogue)}: ${evidence.source}`,
				);
			const cited = frameworks.map(({ framework, item: id }) => {
				const name = titleById('frameworks', framework, catalogue);
				return `${name} ${id}`;
			});
			const head = onlyIf ? md`[ ] ${item}. Needed if: ${onlyIf}` : md`[ ] ${item}`;
			const facts = list([
				kind && md`Kind: ${evidenceKind.label(kind)}`,
				...sources,
				cited.length > 0 && md`Supports: ${cited.join('; ')}`,
				'Where it is kept, and its date:',
			]);
			return joined([head, facts], '\n');
		});
	return fileOf(
		heading(1, `Evidence: ${data.title}`),
		`What a reviewer asks for at tier ${tiers.label(tier)}. Fill in where each item is kept and its date. An item without a date does not exist yet.`,
		list(items),
	);
}
