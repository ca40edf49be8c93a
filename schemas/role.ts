/** A role: people whose work changes, and what they must be able to do. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { frameworks, published, text } from './fields.ts';
import * as words from './vocabularies.ts';
import { row, type Weighing } from './weighing.ts';

export const roleSchema = z.strictObject({
	...published,
	tasks: z
		.array(words.skillTask.schema)
		.min(1)
		.describe('Tasks the role must be able to do.')
		.meta({ label: 'Must be able to do', section: 'tasks' }),
	workChanges: text(20, 300)
		.describe('What changes in the work of this role.')
		.meta({ label: 'What changes in the work', section: 'changes-in-work' }),
	learns: z
		.array(
			z.strictObject({
				topic: text(5, 120).describe('What the person learns.'),
				how: text(10, 200).describe('How the person learns it on live work.'),
				doneWhen: text(10, 200).describe('What shows that the person has learned it.'),
			}),
		)
		.min(3)
		.describe('The skill path.')
		.meta({ label: 'Skill path', section: 'skill-path' }),
	judges: z
		.array(text(10, 200))
		.min(2)
		.describe('What the role must be able to judge.')
		.meta({ label: 'Must be able to judge', section: 'judges' }),
	reports: text(10, 240)
		.describe('What the role reports, where and how quickly.')
		.meta({ label: 'Reports', section: 'reports' }),
	frameworks,
});
export type Role = z.output<typeof roleSchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [row('learns.*', 'added', 'minor', 'People learn it next.')];

export const roles = defineCollection({
	file: 'content/roles/{id}.mdx',
	format: 'mdx',
	schema: roleSchema,
	breaking,
	singular: 'role',
	plural: 'roles',
	about: 'People whose work changes, what they learn and what they must be able to judge.',
	pages: true,
	nav: { footer: 'govern' },
});
