/** Pages that are no entries, as search knows them: how to contribute, what states mean, and so on. */
import type { CardedPage } from './format.ts';

const page = (
	path: string,
	title: string,
	summary: string,
	aliases: readonly string[] = [],
): CardedPage => ({ path, kind: 'page', title, summary, aliases, task: '', text: '' });

/** The pages of the site that no collection has. tests/site opens each. */
export const furtherPages = (): CardedPage[] => [
	page(
		'/portfolio/',
		'Portfolio',
		'Which uses of AI are live, on which data, under which controls, and measured how.',
		[
			'uses of AI',
			'live use cases',
			'dashboard',
			'red flags',
			'register of AI systems',
			'outcomes',
			'spend',
			'control coverage',
		],
	),
	page(
		'/coverage/',
		'Coverage',
		'Which risks, controls, data and problems live uses cover, what is missing and what closes it.',
		[
			'heat map',
			'gaps',
			'risk by pattern',
			'control by pattern',
			'framework by control',
			'data by connector',
			'what is not covered',
		],
	),
	page(
		'/queue/',
		'Review queue',
		'What the council, each seat and each team has to do by when, and what happens if they do not.',
		[
			'what is due',
			'overdue',
			'deadlines',
			'calendar',
			'reviews due',
			'signatures missing',
			'waivers that end',
			'my tasks',
		],
	),
	page(
		'/queue/agenda/',
		'Council agenda',
		'The next meeting of the governance council: decisions needed, seats and minutes.',
		['agenda', 'meeting', 'council meeting', 'quorum'],
	),
	page(
		'/evidence/',
		'Evidence packs',
		'What is held and what is missing for an audit, for each use case and pattern, and how to check it.',
		[
			'audit',
			'auditor',
			'evidence pack',
			'proof',
			'regulator',
			'OSCAL',
			'control mapping',
			'approval pack',
		],
	),
	page(
		'/practice/',
		'Practice',
		'Exercises for each role, made from the cases, risks and incidents of the patterns, with answers.',
		[
			'training',
			'exercises',
			'skilling',
			'learn',
			'quiz',
			'planted errors',
			'record training',
			'AI literacy',
		],
	),
	page(
		'/all/',
		'Everything in the catalogue',
		'Every list of the catalogue with what is in it, and the pages that help you decide.',
		['all lists', 'site map', 'index', 'overview', 'connectors, models, roles and metrics'],
	),
	page(
		'/contribute/',
		'Contribute',
		'How to propose a pattern, add a control, change a prompt or fix an entry, and who approves it.',
		[
			'propose a pattern',
			'submit an idea',
			'add a control',
			'change a prompt',
			'add a risk',
			'pull request',
			'recipes',
			'field reference',
		],
	),
	page(
		'/choose/',
		'Choose: should this be AI, and which pattern?',
		'Answer a few questions to find out if AI is right for your task, which patterns fit, which risk tier applies and what you must do.',
		[
			'should I use AI',
			'which pattern',
			'help me choose',
			'decision table',
			'what tier is my use case',
			'what controls do I need',
			'who approves',
		],
	),
	page(
		'/compare/',
		'Compare patterns',
		'See two to four patterns side by side, with their differences marked.',
		['difference between patterns', 'side by side', 'versus'],
	),
];
