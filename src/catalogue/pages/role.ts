/** The page of a role: what changes in its work, what it learns, what it must judge. */
import { skillTask } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { labelAt } from '../model/labels.ts';
import { countOf } from '../words/count.ts';
import { list, table, text } from './blocks.ts';
import { fieldSection, mappingSection, proseSections, usesSection } from './common-sections.ts';
import { entryPage } from './entry-page.ts';
import { words } from './fact.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status, usedByColumn as usedBy } from './list-columns.ts';
import type { Page } from './page.ts';
import { roleExercises } from './practice/sheet.ts';
import { roleDeedsBlocks } from './role-deeds.ts';
import { ROLE_USE_COLUMNS, roleUses } from './use-rows.ts';

/** Everything the page of a role says. */
export function rolePage(entry: Entry<'roles'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	const path = labelAt('roles', 'learns');
	return entryPage(entry, catalogue, {
		facts: [
			{ label: path, text: `${data.learns.length} topics`, sub: 'Learnt on live work' },
			{ label: 'Tasks', text: String(data.tasks.length), sub: 'To be able to do' },
			{
				label: 'Judges',
				text: countOf(data.judges.length, 'question', 'questions'),
				sub: 'Left to people',
			},
		],
		sections: [
			fieldSection('roles', 'workChanges', [text(data.workChanges)]),
			fieldSection('roles', 'learns', [
				table(
					path,
					['Topic', 'How it is learnt', 'Done when'],
					data.learns.map(({ topic, how, doneWhen }) => [topic, how, doneWhen]),
				),
			]),
			roleExercises(entry, catalogue),
			fieldSection('roles', 'tasks', [
				list(
					data.tasks.map((task) => `${skillTask.label(task)}: ${skillTask.terms[task].meaning}`),
				),
			]),
			fieldSection('roles', 'judges', [list(data.judges)]),
			fieldSection('roles', 'reports', [text(data.reports)]),
			...proseSections(entry),
			usesSection('Patterns that change this work', {
				label: 'Patterns that change the work of this role',
				columns: ROLE_USE_COLUMNS,
				uses: roleUses(entry, catalogue),
				none: 'No patterns change the work of this role yet. When one does, it will be listed here.',
				look: 'uses',
			}),
			{
				id: 'in-each-pattern',
				title: 'What it does in each pattern',
				blocks: roleDeedsBlocks(entry, catalogue),
			},
			mappingSection(entry, data.frameworks, catalogue),
		],
	});
}

/** What its list compares. */
export const roleColumns: readonly ListColumn<'roles'>[] = [
	status,
	{
		label: 'Must be able to',
		fact: ({ data }) => words(data.tasks.map(skillTask.label).join(', ')),
	},
	{ ...usedBy, label: 'Work changed by' },
];
