/** Deprecates an entry: it stays for those who have it, and nobody starts anything new on it. */
import { parseArgs } from 'node:util';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Entry } from '#catalogue/model/entry.ts';
import { withdrawable } from '#catalogue/rules/withdrawn-id.ts';
import { positional } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { fileOf, setFields } from '../life/edit.ts';
import { requireSuccessor } from '../life/successor.ts';
import { defineCommand, UsageError } from '../run.ts';

export const deprecate = defineCommand({
	name: 'deprecate',
	writes: true,
	summary: 'Deprecate an entry: teams that use it keep it, and nobody starts anything new with it.',
	usage: [
		'npm run catalogue -- deprecate ID|COLLECTION/ID [--successor ID]',
		'  --successor ID   pattern to move to',
		'Nobody has to sign, because an approval is for new use. Afterwards it lists what',
		'still cites the entry. To remove it for good: npm run withdraw',
		'Exit codes: 0 deprecated, 1 it would have errors, 2 wrong use. Nothing is written unless it is 0.',
	],
	async run(args, io) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { successor: { type: 'string' } },
		});
		const [name] = positional(positionals, 'the id');
		const loaded = await loadCatalogue(io.cwd);
		const entry = findEntry(name, withdrawable, loaded.catalogue);
		requireStatus(entry);
		requireSuccessor(entry, values.successor, loaded.catalogue);
		const { successor } = values;
		const fields = { status: 'deprecated', ...(successor && { successor }) };
		io.out(`${entry.collection}/${entry.id} is deprecated.`);
		return setFields(entry, fields, loaded, io);
	},
});

function requireStatus(entry: Entry): void {
	const name = `${entry.collection}/${entry.id}`;
	if (entry.collection === 'use-cases')
		throw new UsageError(`${name} is a use case.`, 'A use case is retired: set `state: retired`.');
	if (!fileOf(entry, 'status'))
		throw new UsageError(`${name} has no status.`, 'Deprecate the entry that it belongs to.');
	if ('status' in entry.data && entry.data.status === 'deprecated')
		throw new UsageError(`${name} is already deprecated.`, 'To remove it: npm run withdraw');
}
