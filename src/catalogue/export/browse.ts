/** Every list as an index that the browser filters, and as CSV. */
import { pagedCollections } from '#schemas/index.ts';
import { tier } from '#schemas/vocabularies.ts';
import { states } from '../judge/approval/state.ts';
import { entryPath } from '../model/entry.ts';
import { listCsv } from '../pages/browse/csv.ts';
import { browseIndex } from '../pages/browse/list.ts';
import { csvPath, indexPath, packIndex } from '../pages/browse/pack.ts';
import { type Exporter, JSON_TYPE } from './exporter.ts';

export const browse: Exporter = {
	name: 'browse',
	summary:
		'Every list as CSV, and as the index its filters use. Tools use the JSON of `api` instead.',
	*files({ catalogue, url }) {
		for (const name of pagedCollections) {
			const index = () => browseIndex(name, catalogue);
			yield { path: indexPath(name), type: JSON_TYPE, body: () => packIndex(index()) };
			yield {
				path: csvPath(name),
				type: 'text/csv; charset=utf-8; header=present',
				body: () => {
					const all = index();
					return listCsv(all, all.lines, {
						state: (state) => states[state].label,
						tier: tier.label,
						page: (id) => url(entryPath({ collection: name, id })),
					});
				},
			};
		}
	},
};
