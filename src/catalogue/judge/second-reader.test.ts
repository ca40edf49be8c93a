/** What is worked out once is read by everybody who asks: the second reader as much as the first. */
import { expect, test } from 'vitest';
import { catalogueOf, soundEntries } from '#tests/support/build.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { notedCatalogue } from '../model/noted.ts';
import { Reads, readAs } from '../model/reads.ts';
import { contentDigest } from './approval/content-digest.ts';
import { allRecords, asOf } from './records/kept.ts';
import { proofsOf } from './records/proof.ts';
import { incidentsOf } from './use/incidents.ts';
import { usesOf } from './use/live.ts';

type Ask = (catalogue: Catalogue, pattern: Entry<'patterns'>) => unknown;

const asked: [name: string, key: string, ask: Ask][] = [
	['the uses of a pattern', 'all\tuse-cases', (all, { id }) => usesOf(id, all)],
	['the incidents of a use', 'all\tincidents', (all) => incidentsOf({ id: 'office-summary' }, all)],
	['every record', 'all\trecords', (all) => allRecords(all)],
	['the proof of a pattern', 'all\trecords', (all, pattern) => proofsOf(pattern, all)],
	['a digest', 'folder\tpatterns/summary', (all, pattern) => contentDigest(pattern, all)],
	['the policy on an earlier day', 'policy', (all) => asOf(all, '2020-01-01').policy],
];

test.each(asked)('%s', (_, key, ask) => {
	const catalogue = notedCatalogue(catalogueOf(...soundEntries()));
	const pattern = catalogue.patterns.get('summary');
	if (!pattern) throw new Error('the pattern is not there');
	const readers = [new Reads(), new Reads()];
	for (const reads of readers) readAs({ reads }, () => ask(catalogue, pattern));
	for (const reads of readers) expect([...reads.all()]).toContain(key);
});

test('a look back at an earlier day reads no more than is asked of it', () => {
	const catalogue = notedCatalogue(catalogueOf(...soundEntries()));
	const reads = new Reads();
	readAs({ reads }, () => asOf(catalogue, '2020-01-01').policy);
	expect([...reads.all()].sort()).toEqual(['policy', 'today']);
});
