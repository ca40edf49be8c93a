/** Makes the evidence pack of a pattern or use case: an archive, and the one file to read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contextOf } from '#catalogue/copy/context.ts';
import { madePack } from '#catalogue/copy/evidence/bundle.ts';
import { gapsOf, packOf, packView } from '#catalogue/judge/evidence/pack.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { addressesOf, OVERRIDE_USAGE } from '#catalogue/model/address.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { packAnswer, toDoWords } from '#catalogue/pages/evidence/items.ts';
import { packFolder } from '#catalogue/pages/evidence/paths.ts';
import { evidenceState } from '#schemas/vocabularies.ts';
import { positional } from '../arguments.ts';
import { commitOf } from '../commit.ts';
import { findEntry } from '../find-entry.ts';
import { defineCommand } from '../run.ts';
import { requireCatalogue } from '../validate/check.ts';

export const evidence = defineCommand({
	name: 'evidence',
	summary: 'Make the evidence pack of a pattern or use case, for an auditor.',
	usage: [
		'npm run catalogue -- evidence <pattern or use case> [--out DIR]',
		'  --out DIR    folder for the pack; this one by default',
		'It writes <id>-evidence.zip, and <id>-evidence.html, its page for people to read.',
		'A pack describes the last commit, so the same commit gives the same bytes.',
		OVERRIDE_USAGE,
		'Exit codes: 0 written, complete or not; 1 refused, because a signature does not verify; 2 wrong use.',
	],
	async run(args, { cwd, out }) {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { out: { type: 'string', default: '.' } },
			allowPositionals: true,
		});
		const [name] = positional(positionals, 'The pattern or use case');
		requireCatalogue(cwd);
		const { catalogue, findings } = await loadCatalogue(cwd, { commit: await commitOf(cwd) });
		const entry = findEntry(name, ['use-cases', 'patterns'], catalogue);
		const subject =
			entry.collection === 'patterns'
				? catalogue.patterns.get(entry.id)
				: catalogue['use-cases'].get(entry.id);
		const pack = subject && packOf(subject, packView(catalogue));
		const made =
			subject &&
			madePack(subject, contextOf(catalogue, addressesOf(catalogue, process.env.CATALOGUE_URL)));
		if (!subject || !pack || !made) {
			const files = new Set([...(pack?.broken ?? []), entry.file]);
			for (const finding of findings.filter(({ file }) => files.has(file)))
				out(formatFinding(finding));
			out(
				pack
					? `Refused: ${pack.broken.join(', ')} has a signature that does not verify.`
					: `Refused: the pattern that ${entry.id} is built on cannot be read.`,
			);
			return 1;
		}
		const folder = resolve(cwd, values.out);
		mkdirSync(folder, { recursive: true });
		const write = (end: string, content: string | Uint8Array) => {
			const file = join(folder, `${packFolder(subject)}.${end}`);
			writeFileSync(file, content);
			return relative(cwd, file);
		};
		const zip = write('zip', made.bytes);
		const html = write('html', made.html);
		out(packAnswer(pack));
		for (const gap of gapsOf(pack)) {
			out(`  ${evidenceState.label(gap.state)}: ${gap.item.item}. ${gap.what}`);
			if (gap.toDo) out(`    ${toDoWords(gap.toDo)}`);
		}
		if (!catalogue.commit)
			out(
				'The files differ from the last commit, so the pack does not name one. It gets the current date.',
			);
		out(`${zip}: ${made.files} files. SHA-256: ${made.digest}`);
		out(`${html}: the file to read and to print.`);
		return 0;
	},
});
