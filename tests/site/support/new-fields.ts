/** Required fields that a test adds to a copy of this project, with every edit that each one takes. */

export interface NewField {
	collection: 'patterns' | 'controls';
	/** Its page of the field reference, and its kind in `new`. */
	reference: string;
	field: string;
	label: string;
	doc: string;
	/** A file, the text before which something is put, and what is put there. */
	edits: readonly (readonly [file: string, before: string, put: string])[];
	/** What starting one asks for beside its title. */
	flags: (team: string) => readonly string[];
}

export const newFields: readonly NewField[] = [
	{
		collection: 'patterns',
		reference: 'pattern',
		field: 'result',
		label: 'What you get',
		doc: 'What people have at the end.',
		edits: [
			[
				'schemas/pattern.ts',
				'\tuseWhen: points(',
				`\tresult: text(10, 160).describe('What people have at the end.')
		.meta({ label: 'What you get' }),\n`,
			],
			[
				'src/catalogue/pages/pattern-build.ts',
				"\t\t\t{\n\t\t\t\tkind: 'columns',",
				"\t\t\tpairs([['What you get', data.result]], 'facts'),\n",
			],
		],
		flags: (team) => [
			...['--data', 'internal', '--personal-data', 'none', '--effect', 'drafts'],
			...['--reach', 'team', '--reversibility', 'easy', '--untrusted-input', 'no'],
			...['--decides-about-person', 'no', '--regulated', 'no', '--problem', 'check'],
			...['--outcome', 'risk-reduction', '--techniques', 'rules', '--owner', team],
			...['--connectors', 'letter-desk', '--models', 'small'],
		],
	},
	{
		collection: 'controls',
		reference: 'control',
		field: 'cost',
		label: 'What it costs',
		doc: 'What it costs to run, in money or time.',
		edits: [
			[
				'schemas/control.ts',
				'\tmeasuredBy: z\n',
				`\tcost: text(10, 160).describe('What it costs to run, in money or time.')
		.meta({ label: 'What it costs', section: 'cost' }),\n`,
			],
			[
				'src/catalogue/pages/control.ts',
				"\t\t\tfieldSection('controls', 'pitfalls',",
				"\t\t\tfieldSection('controls', 'cost', [text(data.cost)]),\n",
			],
		],
		flags: (team) => [
			...['--owner', team, '--type', 'detective', '--codified-in', 'config'],
			...['--mitigates', 'prompt-injection', '--operator', 'sorter'],
		],
	},
];
