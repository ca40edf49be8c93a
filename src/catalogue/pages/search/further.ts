/** Pages that are no entries, as search knows them: how to contribute, what states mean, and so on. */
import { collectionNames, collections } from '#schemas/index.ts';
import { capital } from '../../words/phrase.ts';
import { referencePath } from '../field-reference.ts';
import type { CardedPage } from './format.ts';

const page = (
	path: string,
	title: string,
	summary: string,
	aliases: readonly string[] = [],
): CardedPage => ({ path, kind: 'page', title, summary, aliases, task: '', text: '' });

/** The list of each collection, and the reference of its fields, for those who search for a list. */
export const listPages = (): CardedPage[] =>
	collectionNames.flatMap((name) => {
		const { singular, plural, about, pages } = collections[name];
		const fields = page(
			referencePath(name),
			`Fields of a ${singular}`,
			`Every field of a ${singular}, what it is for and what it accepts.`,
			[`how to write a ${singular}`, `field reference of ${plural}`],
		);
		const list = page(`/${name}/`, capital(plural), about, [
			`all ${plural}`,
			`list of ${plural}`,
			`every ${singular}`,
		]);
		return (pages ? [list, fields] : [fields]).map((one) => ({ ...one, kind: 'list' }));
	});

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
		'/maturity/',
		'Maturity check',
		'How far your organisation has come with running AI, and the next three steps.',
		['maturity model', 'self-assessment', 'readiness', 'how far are we', 'next steps'],
	),
	page(
		'/glossary/',
		'Glossary',
		'What the words of the catalogue mean, such as tier, waiver, canary set and injection case.',
		['definitions', 'terms', 'meaning', 'what does it mean', 'jargon', 'vocabulary'],
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
		'/contribute/states/',
		'States and what they require',
		'What you must do in each state of an entry, how an entry gets there, and when it ends.',
		['draft', 'proposed', 'approved', 'deprecated', 'withdrawn', 'status', 'states'],
	),
	page(
		'/contribute/rules/',
		'Rules',
		'Every check that runs on an entry, why it is there, and an example that passes.',
		['checks', 'validation', 'rules for entries', 'list of rules', 'waive a rule'],
	),
	page(
		'/changes/',
		'What changed',
		'New versions, approvals, waivers, stages and incidents by month, and what a team must do.',
		[
			'changes',
			'release notes',
			'news',
			'what is new',
			'latest',
			'this month',
			'changelog',
			'feed',
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
