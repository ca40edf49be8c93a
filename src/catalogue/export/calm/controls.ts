/** The controls of a pattern as CALM controls, sorted by the place of the drawing they act at. */

import type { Pattern } from '#schemas/pattern.ts';
import type { SiteUrl } from '../../model/address.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { requirementPath } from './requirement.ts';
import type { CalmControls } from './types.ts';

type Use = Pattern['controls'][number];

export interface PlacedControls {
	/** The controls of a node or a relationship, to spread into it; nothing where none acts. */
	at: (id: string) => { controls?: CalmControls };
	/** Those that act at no place of the drawing, such as a runbook. */
	unplaced: () => CalmControls | undefined;
}

/** @param relationships ids of the relationships, in the order of the pattern's flows */
export function controlsAt(
	{ controls, architecture }: Pattern,
	relationships: readonly string[],
	catalogue: Catalogue,
	url: SiteUrl,
): PlacedControls {
	const places = new Map<string | undefined, CalmControls>();
	for (const use of controls) {
		const place = placeOf(use, architecture.flows, relationships);
		const here = places.get(place) ?? {};
		places.set(place, here);
		const { title = use.control, summary = use.how } =
			catalogue.controls.get(use.control)?.data ?? {};
		const { how, codifiedIn, file, evidence } = use;
		here[use.control] ??= { description: summary, requirements: [] };
		here[use.control]?.requirements.push({
			'requirement-url': url(requirementPath(use.control)),
			// The first three are what CALM asks of a control requirement.
			config: {
				'control-id': use.control,
				name: title,
				description: how,
				page: url(entryPath({ collection: 'controls', id: use.control })),
				codifiedIn,
				file,
				evidence,
			},
		});
	}
	return {
		at: (id) => {
			const found = places.get(id);
			return found ? { controls: found } : {};
		},
		unplaced: () => places.get(undefined),
	};
}

function placeOf(
	{ enforcedAt }: Use,
	flows: Pattern['architecture']['flows'],
	relationships: readonly string[],
): string | undefined {
	if (typeof enforcedAt !== 'object') return enforcedAt;
	const { from, to } = enforcedAt;
	return relationships[flows.findIndex((flow) => flow.from === from && flow.to === to)];
}
