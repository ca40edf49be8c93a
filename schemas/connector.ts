/** A connector: the approved way into one kind of system. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { countries } from './countries.ts';
import { changes, frameworks, governed, text } from './fields.ts';
import * as words from './vocabularies.ts';
import { ANY, LESS_DATA, PLACE_RECORDED, REPORTS_BREAK, row, type Weighing } from './weighing.ts';

export const connectorSchema = z.strictObject({
	...governed,
	system: text(5, 120)
		.describe('The system it leads to, by kind, not by product.')
		.meta({ label: 'System' }),
	systemClass: words.systemClass.schema
		.describe('Class of that system.')
		.meta({ label: 'Class of system' }),
	auth: z
		.strictObject({
			model: words.authModel.schema.describe('How a call proves who it is.'),
			how: text(20, 300).describe('How this is set up here.'),
			alternatives: z
				.array(words.authModel.schema)
				.optional()
				.describe('Other ways that a pattern can sign in. Explain each one in `exceptions`.'),
			exceptions: text(10, 240)
				.optional()
				.describe('When another way is allowed, and who allows it.'),
		})
		.describe('Authentication.')
		.meta({ label: 'How it signs in', section: 'auth' }),
	scopes: z
		.array(
			z.strictObject({
				access: words.access.schema.describe('Kind of access.'),
				allows: text(10, 240).describe('What it lets a pattern do.'),
				limits: text(5, 240).optional().describe('What it does not let it do.'),
			}),
		)
		.min(1)
		.describe('Access it offers. A pattern can use only these.')
		.meta({ label: 'What it can do', section: 'scopes' }),
	ceiling: words.ceiling.schema
		.describe('Highest class of data that can pass through it.')
		.meta({ label: 'Highest class of data' }),
	logFields: z
		.array(text(2, 80))
		.min(4)
		.describe('What each call writes to the log.')
		.meta({ label: 'What each call logs', section: 'log' }),
	rateLimit: text(5, 200)
		.describe('How many calls each caller can make, and what happens after that.')
		.meta({ label: 'Rate' }),
	regions: z
		.array(text(2, 60))
		.min(1)
		.describe('Where data can go through it.')
		.meta({ label: 'Regions' }),
	countries,
	obtain: z
		.array(text(10, 240))
		.min(2)
		.describe('Steps to get access, in order, with who acts.')
		.meta({ label: 'How to get access', section: 'obtain' }),
	whenDown: text(10, 300)
		.describe('What a pattern does when it is unreachable.')
		.meta({ label: 'When it is down' }),
	frameworks,
	changes: changes.optional(),
});
export type Connector = z.output<typeof connectorSchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	row('scopes.*', 'removed', 'major', 'Patterns that use it must stop.'),
	row('ceiling', 'lowered', 'major', LESS_DATA),
	row('auth.model', ANY, 'major', 'Callers must prove who they are in another way.'),
	row('regions.*', 'removed', 'major', 'Data must no longer go there.'),
	row('countries.*', 'added', 'major', 'Data goes to another country.'),
	row('logFields.*', 'removed', 'major', REPORTS_BREAK),
	...['scopes', 'ceiling', 'auth', 'regions', 'logFields', 'rateLimit', 'whenDown'].map((field) =>
		row(field, ANY, 'minor', 'Callers can use it without changing anything.'),
	),
	row('countries', ANY, 'minor', PLACE_RECORDED),
];

export const connectors = defineCollection({
	approval: { by: 'part', upkeep: ['owner', 'reviewed', 'aliases', 'status', 'changes'] },
	file: 'content/connectors/{id}.mdx',
	format: 'mdx',
	schema: connectorSchema,
	breaking,
	singular: 'connector',
	plural: 'connectors',
	about: 'The approved way into a system: how it signs in, what it can do and what it logs.',
	pages: true,
	groupBy: 'ceiling',
	nav: { footer: 'use' },
	counted: true,
});
