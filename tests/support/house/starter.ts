/** The common starter of the house, and what the pattern on letters lays over it. */
import { stringify } from 'yaml';
import type { Pattern } from '#schemas/pattern.ts';

const README = `# {{title}}

{{summary}}

A start for **{{title}} {{version}}** of {{catalogue}}: {{page}}. Status: **{{status}}**. {{statusMeans}}

Model: {{model}}. Tier: **{{tier}}**. {{reasons}} A review is due every {{months}} months, by {{seats}}.

Yours: {{yours}}

Not yours: {{fixed}} Ask {{contact}}.

{{obligations}}

{{incident}}
`;

const PACKAGE = {
	name: 'pattern-starter',
	version: '0.1.0',
	private: true,
	type: 'module',
	scripts: { start: 'node src/start.ts' },
};

export const BASE_TEXTS: readonly (readonly [path: string, text: string])[] = [
	['content/starter/README.template.md', README],
	['content/starter/package.json', `${JSON.stringify(PACKAGE, null, '\t')}\n`],
	['content/starter/src/start.ts', "console.log('started');\n"],
	['content/starter/policy/limits.yaml', 'callsPerMinute: 60\n'],
];

/** One file for each control, which its table names, and code of its own. */
export function overlayTexts(
	id: string,
	controls: Pattern['controls'],
): [path: string, text: string][] {
	const folder = `patterns/${id}/starter`;
	const rows = controls.map(({ control, enforcedAt, file }) => ({
		control,
		acts: enforcedAt,
		module: 'src/workflow.ts',
		file,
	}));
	return [
		[`${folder}/overlay.yaml`, 'replaces:\n  policy/limits.yaml: Letters come in fewer numbers.\n'],
		[`${folder}/policy/limits.yaml`, 'callsPerMinute: 6\n'],
		[`${folder}/src/workflow.ts`, 'export const steps = [];\n'],
		[`${folder}/controls.json`, `${JSON.stringify(rows, null, '\t')}\n`],
		...controls.map(({ control }): [string, string] => [
			`${folder}/policy/${control}.yaml`,
			stringify({ control }),
		]),
	];
}
