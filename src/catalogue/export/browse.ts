/** The compact index of patterns that the browse page filters in the reader's browser. */
import { browseIndex } from '../pages/browse.ts';
import { INDEX_PATH, packIndex } from '../pages/browse-index.ts';
import { type Exporter, JSON_TYPE } from './exporter.ts';

export const browse: Exporter = {
	name: 'browse',
	summary: 'One line per pattern, for the filters of the browse page. Tools use the JSON of `api`.',
	*files({ catalogue }) {
		yield { path: INDEX_PATH, type: JSON_TYPE, body: () => packIndex(browseIndex(catalogue)) };
	},
};
