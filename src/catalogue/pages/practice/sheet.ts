/** The exercises of a pattern on one page, and the way in to all of them by role. */
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { compare } from '../../model/finding.ts';
import { countOf } from '../../words/count.ts';
import { capital, inside, listOf } from '../../words/phrase.ts';
import { type Block, joined, link, list, table, text, type Words } from '../blocks.ts';
import { FULL_ROWS, linkById } from '../citing.ts';
import type { Section, Sheet } from '../page.ts';
import { type Exercise, exercises, exercisesOf } from './exercises.ts';
import { PRACTICE, practicePath } from './paths.ts';
import { recordBlocks } from './record.ts';

type Pattern = Entry<'patterns'>;

/** Whether a role does an exercise: one of its tasks needs it. */
const does = (role: Entry<'roles'>, exercise: Pick<Exercise, 'for'>): boolean =>
	exercise.for.some((task) => role.data.tasks.includes(task));

/** The page of a pattern. */
export function practiceSheet(pattern: Pattern, catalogue: Catalogue): Sheet {
	const { title } = pattern.data;
	const all = exercisesOf(pattern, catalogue);
	return {
		path: practicePath(pattern.id),
		title: `Practice: ${title}`,
		summary: `${countOf(all.length, 'exercise')} from the cases, risks and incidents of ${inside(title)}. The answers are folded below each.`,
		aliases: [],
		notices: [],
		sections: [
			...all.map(
				(exercise): Section => ({
					id: exercise.id,
					title: exercise.title,
					answer: forWhom(pattern, exercise, catalogue),
					blocks: [text(exercise.task), ...exercise.blocks],
				}),
			),
			{
				id: 'done',
				title: 'When you are done',
				blocks: [doneWhen(pattern, catalogue)],
			},
			{
				id: 'record',
				title: 'Record it',
				answer: 'A gate and a control rely on this record.',
				blocks: recordBlocks(pattern, catalogue),
			},
		],
		side: [],
	};
}

/** The roles of the pattern that do the exercise. */
function forWhom({ data }: Pattern, exercise: Pick<Exercise, 'for'>, catalogue: Catalogue): Words {
	const roles = [...new Set(data.people.map(({ role }) => role))].flatMap((id) => {
		const role = catalogue.roles.get(id);
		return role && does(role, exercise) ? [role] : [];
	});
	if (roles.length === 0) return 'For anyone who works with it.';
	return ['For: ', joined(roles.map((role) => link(role.data.title, entryPath(role)))), '.'];
}

/** What the pattern itself asks before training counts. */
function doneWhen({ data }: Pattern, catalogue: Catalogue): Block {
	return table(
		'When the training of each role is done',
		['Role', 'Practises on live work', 'Done when'],
		data.people.map(({ role, practises, doneWhen: when }) => {
			const { title, path } = linkById('roles', role, catalogue);
			return [link(title, path), practises, when];
		}),
	);
}

/** Patterns that change the work of a role, by title. */
const patternsOf = (role: string, { patterns }: Catalogue): Pattern[] =>
	[...patterns.values()]
		.filter(({ data }) => data.status !== 'withdrawn')
		.filter(({ data }) => data.people.some((one) => one.role === role))
		.sort((a, b) => compare(a.data.title, b.data.title));

/** On the page of a role: the exercises it does, for each pattern that changes its work. */
export function roleExercises(role: Entry<'roles'>, catalogue: Catalogue): Section {
	const section = { id: 'exercises', title: 'Exercises' };
	const all = patternsOf(role.id, catalogue);
	if (all.length === 0)
		return {
			...section,
			blocks: [
				text(
					'There are no exercises for this role yet. They are made from the patterns that change its work.',
				),
			],
		};
	const own = exercises.filter((exercise) => does(role, exercise));
	const shown = all.slice(0, FULL_ROWS);
	const rest = all.slice(FULL_ROWS);
	return {
		...section,
		blocks: [
			text([
				'Choose the pattern you work with. Each page has its cases first and the answers folded below, and ends with the command that records your training. ',
				link('How practice works', PRACTICE),
			]),
			table(
				'Exercises for this role',
				['Pattern', 'Exercises'],
				shown.map((pattern) => [
					link(pattern.data.title, practicePath(pattern.id)),
					joined(
						own
							.filter((one) => one.blocks(pattern, catalogue).length > 0)
							.map(({ id, title }) => link(title, practicePath(pattern.id, id))),
					),
				]),
			),
			...(rest.length > 0
				? [
						{
							kind: 'group',
							title: `${rest.length} more patterns`,
							fold: 'closed',
							end: 'By title',
							blocks: [
								list(
									rest.map(({ id, data }) => link(data.title, practicePath(id))),
									'names',
								),
							],
						} as const,
					]
				: []),
		],
	};
}

/** The way in: what to do, and which role does what. */
export function practiceIndex(catalogue: Catalogue): Sheet {
	const roles = [...catalogue.roles.values()].sort((a, b) => compare(a.data.title, b.data.title));
	return {
		path: PRACTICE,
		title: 'Practice',
		summary:
			'Find your role, choose a pattern you work with, and do its exercises. They are made from the test cases, risks and incidents of each pattern, so the answers are the ones that the pattern is tested against.',
		aliases: [],
		notices: [],
		sections: [
			{
				id: 'roles',
				title: roles.length === 0 ? 'No roles yet' : 'Choose your role',
				blocks:
					roles.length === 0
						? [
								text([
									'This page will list what each role practises. To add a role: ',
									link('field reference', '/contribute/role/'),
									'.',
								]),
							]
						: [
								table(
									'What each role practises',
									['Role', 'Exercises', { label: 'Patterns', num: true }],
									roles.map((role) => [
										link(role.data.title, `${entryPath(role)}#exercises`),
										capital(
											listOf(
												exercises
													.filter((one) => does(role, one))
													.map(({ title }) => inside(title)),
											),
										),
										String(patternsOf(role.id, catalogue).length),
									]),
								),
							],
			},
			{
				id: 'how',
				title: 'How to practise',
				blocks: [
					list(
						[
							'Do the exercises alone, on paper, before you open an answer.',
							'Compare. Where you differ, read the reason and decide if you or the case is wrong. If the case is wrong, propose a change to it.',
							'Discuss the cases that people answered differently, for half an hour, as a team.',
							'Do the exercises of your role again when the version of the pattern changes.',
							'Record who finished, with the command at the end of the page.',
						],
						'steps',
					),
				],
			},
			{
				id: 'kinds',
				title: 'The exercises',
				blocks: [
					table(
						'Kinds of exercises',
						['Exercise', 'What you do'],
						exercises.map(({ title, task }) => [title, task]),
					),
				],
			},
		],
		side: [],
	};
}
