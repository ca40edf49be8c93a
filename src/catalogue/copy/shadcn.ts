/** A shadcn registry: `npx shadcn add <site>/r/<pattern>.json` writes a starter into a project. */

import { type Exporter, JSON_TYPE, json } from '../export/exporter.ts';
import type { SiteUrl } from '../model/address.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { parts } from '../model/reads.ts';
import { hasStarter } from '../model/starter.ts';

const ITEM_SCHEMA = 'https://ui.shadcn.com/schema/registry-item.json';
const REGISTRY_SCHEMA = 'https://ui.shadcn.com/schema/registry.json';

export const shadcn: Exporter = {
	name: 'shadcn',
	summary: 'Each starter as a registry item, and the registry for list and search.',
	*files({ catalogue, url, artefacts }) {
		const patterns = [...catalogue.patterns.values()].filter((one) => hasStarter(one, catalogue));
		const head = (pattern: Entry<'patterns'>) => itemHead(pattern, catalogue, url);
		yield {
			path: 'r/registry.json',
			type: JSON_TYPE,
			body: () =>
				json({
					$schema: REGISTRY_SCHEMA,
					name: catalogue.organisation.catalogue,
					homepage: url('/'),
					items: patterns.map((pattern) => ({ ...head(pattern), files: [] })),
				}),
		};
		for (const pattern of parts(patterns)) {
			yield {
				path: `r/${pattern.id}.json`,
				type: JSON_TYPE,
				body: () =>
					json({
						$schema: ITEM_SCHEMA,
						...head(pattern),
						files: artefacts.starter(pattern).map(({ path, text }) => ({
							path: `${pattern.id}/${path}`,
							type: 'registry:file',
							// A folder of its own, so that no file of the project is in the way.
							target: `~/${pattern.id}/${path}`,
							content: text,
						})),
					}),
			};
		}
	},
};

function itemHead({ id, data }: Entry<'patterns'>, { organisation }: Catalogue, url: SiteUrl) {
	return {
		name: id,
		type: 'registry:item',
		title: data.title,
		description: data.summary,
		author: organisation.name,
		docs: `Next: cd ${id}, npm ci, npm test, npm start. Read README.md first. Page of the pattern: ${url(`/patterns/${id}/`)}`,
		categories: [data.problem],
		meta: { version: data.version, status: data.status, page: url(`/patterns/${id}/`) },
	};
}
