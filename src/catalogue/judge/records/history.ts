/** Records are only ever added: compares those of a base with those of a proposal. */
import type { Catalogue } from '../../model/catalogue.ts';
import type { Finding } from '../../model/finding.ts';
import { allRecords } from './kept.ts';

/**
 * Every record of the base that the proposal lost. One that was edited has another id, so it is
 * lost too. Records whose pattern or use case was withdrawn must stay as well: they are the history.
 */
export function lostRecords(base: Catalogue, proposal: Catalogue): Finding[] {
	const now = allRecords(proposal).byId;
	return [...allRecords(base).byId].flatMap(([id, { record, file }]) =>
		now.has(id)
			? []
			: [
					{
						file: file.file,
						line: 1,
						column: 1,
						severity: 'error' as const,
						rule: 'records-kept',
						message: `the record "${id}" (${record.kind} of ${record.on}) was removed or changed.`,
						fix: 'Restore it from git. To correct it, add a record: npm run record',
					},
				],
	);
}
