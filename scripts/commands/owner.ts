/** Hands an entry over to another team. No approval is bound to the owner, so none is lost. */
import { parseArgs } from 'node:util';
import { loadCatalogue } from '#catalogue/load.ts';
import { isOf } from '#catalogue/model/is-of.ts';
import { withdrawable } from '#catalogue/rules/withdrawn-id.ts';
import { oneOf, positional } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { setFields } from '../life/edit.ts';
import { defineCommand, UsageError } from '../run.ts';

export const owner = defineCommand({
	name: 'owner',
	writes: true,
	summary: 'Hand an entry over to another team. No approval is lost.',
	usage: [
		'npm run catalogue -- owner ID|COLLECTION/ID TEAM',
		'  TEAM   id of a team in content/organisation.yaml',
		'A prompt belongs to the team of its pattern. Both teams must agree, and the report says so.',
		'Exit codes: 0 handed over, 1 it would have errors, 2 wrong use. Nothing is written unless it is 0.',
	],
	async run(args, io) {
		const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
		const [name, given] = positional(positionals, 'the id', 'the team');
		const loaded = await loadCatalogue(io.cwd);
		const { catalogue } = loaded;
		const entry = findEntry(name, withdrawable, catalogue);
		if (isOf('prompts', entry))
			throw new UsageError(
				`prompts/${entry.id} belongs to the team of its pattern.`,
				`Hand over the pattern: npm run catalogue -- owner patterns/${entry.parent} ${given}`,
			);
		const teams = catalogue.organisation.teams.map(({ id }) => id);
		const team = oneOf('the team', given, teams);
		const before = 'owner' in entry.data ? entry.data.owner : undefined;
		if (before === team)
			throw new UsageError(`${name} already belongs to ${team}.`, 'Give another team.');
		io.out(`${entry.collection}/${entry.id}: ${before ?? 'nobody'} hands it over to ${team}.`);
		const code = await setFields(entry, { owner: team }, loaded, io);
		if (code === 0) io.out('Next: npm run catalogue -- codeowners, then commit both files.');
		return code;
	},
});
