/** Checks every entry, reference and rule; prints what the build would refuse. */
import { parseArgs } from 'node:util';
import { type Finding, formatFinding } from '#catalogue/finding.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { defineCommand } from '../run.ts';

export const validate = defineCommand({
	name: 'validate',
	summary: 'Check every entry, reference and rule. Exits 1 when anything is wrong.',
	usage: [
		'npm run validate [-- --strict] [--root DIR]',
		'  --strict     warnings count as errors',
		'  --root DIR   check the catalogue in DIR',
		'Exit codes: 0 sound, 1 something to fix, 2 wrong call.',
	],
	async run(args, { cwd, out }) {
		const { values } = parseArgs({
			args: [...args],
			options: { strict: { type: 'boolean', default: false }, root: { type: 'string' } },
		});
		const { catalogue, findings } = await loadCatalogue(values.root ?? cwd);
		for (const finding of findings) out(formatFinding(finding));
		const failing = findings.filter(({ severity }) => values.strict || severity === 'error');
		out(failing.length > 0 ? counted(findings) : `${sizes(catalogue.all)}: all sound.`);
		return failing.length > 0 ? 1 : 0;
	},
});

function counted(findings: readonly Finding[]): string {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const files = new Set(findings.map(({ file }) => file)).size;
	const warnings = findings.length - errors;
	return `${plural(errors, 'error')} and ${plural(warnings, 'warning')} in ${plural(files, 'file')}.`;
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

function sizes(all: Record<string, ReadonlyMap<string, unknown>>): string {
	const shown = ['patterns', 'prompts', 'controls', 'risks', 'metrics', 'connectors'];
	return shown.map((name) => `${all[name]?.size ?? 0} ${name}`).join(', ');
}
