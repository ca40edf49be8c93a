/** Builds the site. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OVERRIDE_USAGE } from '#catalogue/model/address.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { buildSite } from '../build-site.ts';
import { defineCommand } from '../run.ts';
import { trackedFindings } from '../validate/tracked.ts';

export const build = defineCommand({
	name: 'build',
	summary: 'Build the site. The old one is replaced when the new one is complete.',
	usage: [
		'npm run build [-- --fast] [--out DIR]',
		'  --fast     make only what has changed since the last build; for your own machine',
		'  --out DIR  folder of the site, dist by default',
		'Without --fast, nothing from earlier builds is reused. Publish that build.',
		OVERRIDE_USAGE,
		'Exit codes: 0 built, 1 the build failed and the old site is unchanged, 2 wrong use.',
	],
	async run(args, { cwd, out, error }) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				fast: { type: 'boolean', default: false },
				out: { type: 'string', default: 'dist' },
			},
		});
		const refused = await trackedFindings(cwd);
		for (const finding of refused) error(formatFinding(finding));
		if (refused.length > 0) return 1;
		const { ok } = await buildSite({
			cwd,
			outDir: resolve(cwd, values.out),
			fast: values.fast,
			hear: (part) => out(part.trimEnd()),
		});
		if (!ok) error('The build failed. The existing site is unchanged.');
		return ok ? 0 : 1;
	},
});
