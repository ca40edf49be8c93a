/** What the patterns of the house catalogue cite: its organisation, policy, controls and the like. */

import { soundPath, soundTexts } from '#catalogue/examples/sound.ts';
import type { Entry } from '#catalogue/model/catalogue.ts';
import { entry, textsOf } from '../build.ts';
import { MINIMAL_IDS, minimal } from '../minimal.ts';

const asked = (name: string) => [
	{ name: 'Always on', text: `The ${name} runs for each letter before anything is kept.` },
	{ name: 'On record', text: `The ${name} writes down what it decided and why.` },
];

const control = (
	id: string,
	title: string,
	summary: string,
	given: Parameters<typeof entry<'controls'>>[2] = {},
) =>
	entry('controls', id, {
		title,
		summary,
		demands: asked(title.toLowerCase()),
		frameworks: [],
		...given,
	});

const controls = [
	control(
		'injection-screen',
		'Injection screen',
		'Reads every text from outside before it reaches a prompt, and holds what gives orders.',
		{
			type: 'preventive',
			mitigates: ['prompt-injection'],
			operator: 'sorter',
			frameworks: [{ framework: 'house-list-2026', item: 'HL01:2026', relation: 'same' }],
		},
	),
	control('entry-rights', 'Entry rights', 'Lets in only callers who may work with these letters.', {
		type: 'preventive',
	}),
	control(
		'second-look',
		'Second look',
		'Lets a person change or stop any label before it counts.',
		{
			type: 'corrective',
			mitigates: ['wrong-shelf', 'prompt-injection'],
			operator: 'sorter',
		},
	),
	control('shelf-watch', 'Shelf watch', 'Compares live labels with those of the tested release.', {
		mitigates: ['wrong-shelf'],
	}),
	control(
		'labelled-set',
		'Labelled set',
		'Tests each release on letters that people have labelled.',
		{
			mitigates: ['wrong-shelf'],
		},
	),
];

const risk = (id: string, title: string, given: Parameters<typeof entry<'risks'>>[2]) =>
	entry('risks', id, { title, summary: `${title}: what it is, told for a test.`, ...given });

const risks = [
	risk('prompt-injection', 'Prompt injection', {
		aliases: ['hidden orders'],
		frameworks: [{ framework: 'house-list-2026', item: 'HL01:2026', relation: 'same' }],
	}),
	risk('wrong-shelf', 'Wrong shelf', { category: 'operational' }),
];

const CALL = '## A call\n\nAsk for one letter by its id.\n\n## What goes wrong\n\nIt is gone.\n';

const connector = (id: string, given: Parameters<typeof entry<'connectors'>>[2]) =>
	entry('connectors', id, given, { body: `\n${CALL}` });

const connectors = [
	connector('letter-desk', {
		title: 'Letter desk',
		summary: 'Reads letters and writes the shelf that each one belongs on.',
		system: 'Letter desk of the house',
		systemClass: 'ticketing',
		scopes: [
			{ access: 'read', allows: 'Reads letters that the caller may see.' },
			{ access: 'write', allows: 'Sets the shelf of a letter, which can be undone.' },
		],
	}),
	connector('address-book', {
		title: 'Address book',
		summary: 'Reads names and addresses of the people who write to the house.',
		system: 'Address book of the house',
		systemClass: 'crm',
		scopes: [{ access: 'read', allows: 'Reads one address at a time.' }],
	}),
];

const models = [
	entry('models', 'large', {
		title: 'Large model',
		summary: 'The model for letters that are hard to read.',
		supplier: 'Another supplier',
		pinnedVersion: 'large-2026-09-15',
	}),
	entry('models', 'leaving', {
		title: 'Leaving model',
		summary: 'A model whose supplier takes it away when the house is in mid-life.',
		supplier: 'A third supplier',
		notFor: ['Answers that people outside read.'],
		fallback: 'large',
	}),
];

const vault = [
	entry('models', 'vault', {
		title: 'Vault model',
		summary: 'The model that runs in the house, for restricted letters.',
		hosting: 'local',
		ceiling: 'restricted',
		fallback: 'large',
	}),
	connector('vault-gateway', {
		title: 'Vault gateway',
		summary: 'The way to the model that runs in the house.',
		ceiling: 'restricted',
	}),
];

const roles = [
	entry('roles', 'sorter', {
		title: 'Sorter',
		summary: 'Reads held letters, corrects labels and takes over at any time.',
		workChanges: 'Letters arrive with a shelf; sorters correct it and take over.',
	}),
];

const guides = [
	entry('guides', 'how-we-sort', {
		title: 'How we sort',
		summary: 'How the house decides which letters a model may sort.',
		reader: 'second-line',
		answer: 'A person can always stop it, and the numbers say when somebody should.',
	}),
];

const group = (name: string, at: number) => ({
	id: `${name}`,
	title: `Group ${at + 1} of the long list`,
	kind: 'function' as const,
});

const frameworks = [
	entry('frameworks', 'house-list-2026', {
		title: 'List of the house',
		summary: 'A short list of risks with identifiers, made for a test.',
		items: [
			{ id: 'HL01:2026', title: 'Hidden orders in a letter', kind: 'risk' },
			{ id: 'HL02:2026', title: 'Letters on the wrong shelf', kind: 'risk' },
		],
	}),
	entry('frameworks', 'long-list-2026', {
		title: 'Long list',
		summary: 'A list of many items in groups, made for a test.',
		items: Array.from({ length: 12 }, (_, at) => at).flatMap((at) => [
			group(`LL.${at + 1}`, at),
			...Array.from({ length: 12 }, (__, place) => ({
				id: `LL.${at + 1}.${place + 1}`,
				title: `Item ${place + 1} of group ${at + 1}`,
				kind: 'requirement' as const,
				parent: `LL.${at + 1}`,
			})),
		]),
	}),
];

const judged = (dimension: 'adoption' | 'quality') =>
	entry('metrics', dimension, {
		title: dimension === 'adoption' ? 'Letters sorted' : 'Right labels',
		summary: `Share that counts for ${dimension}, in a hundred letters.`,
		dimension,
		thresholds: [{ stage: 'pilot', good: 'At least 80% of what could be.' }],
	});

const metrics = [
	judged('adoption'),
	judged('quality'),
	entry('metrics', 'override-share', {
		title: 'Override share',
		summary: 'Share of labels that a person changed.',
		dimension: 'quality',
		direction: 'lower',
	}),
	entry('metrics', 'hours-to-shelf', {
		title: 'Hours to the shelf',
		summary: 'Hours from the arrival of a letter to its shelf.',
		dimension: 'business-impact',
		unit: 'hours',
		direction: 'lower',
	}),
];

/** Where the site of the house says it is served. */
export const HOUSE_URL = 'https://letters.example/';

/** An envelope: with it and a colour, every test of a page is one of a page with a brand. */
export const LOGO: readonly [path: string, text: string] = [
	'content/brand/house.svg',
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 24"><path fill="#8a1c4a" d="M0 0h36v24H0z"/><path fill="none" stroke="#fff" stroke-width="2" d="m3 4 15 10L33 4"/></svg>\n',
];

const organisation = entry('organisation', 'organisation', {
	name: 'Letter House',
	catalogue: 'Patterns of the Letter House',
	brand: { logo: 'house.svg', accent: { light: '#8a1c4a' } },
	site: { url: HOUSE_URL },
	council: {
		team: 'council',
		version: '1.0.0',
		seats: [
			{ seat: 'technology', team: 'platform', members: [] },
			{ seat: 'security', team: 'office', members: [] },
			{ seat: 'business', team: 'post-room', members: [] },
		],
	},
	teams: [
		...minimal.organisation().teams.map((team) => ({ ...team, handle: `@letters/${team.id}` })),
		{
			id: 'post-room',
			name: 'Post room',
			contact: '#post-room',
			does: 'Sorts what people write to the house.',
			handle: '@letters/post-room',
		},
		{
			id: 'platform',
			name: 'Platform',
			contact: '#platform',
			does: 'Runs the gateway and the connectors.',
			handle: '@letters/platform',
		},
	],
});

const glossary = entry('glossary', 'glossary', {
	terms: [
		...minimal.glossary().terms,
		{
			id: 'shelf',
			term: 'shelf',
			otherNames: ['pigeonhole'],
			definition: 'The place in the post room where letters of one kind wait for their reader.',
			see: ['prose', '/risks/wrong-shelf/'],
			linked: true,
		},
	],
});

const basic = minimal.policy();

const policy = entry('policy', 'policy', {
	tiers: [
		{ tier: 'high', when: { data: ['restricted'] }, because: 'Restricted data passes through it.' },
		// One for each answer that the pages on tiers ask for.
		{ tier: 'high', when: { personalData: ['special'] }, because: 'The data is special.' },
		{
			tier: 'high',
			when: { effect: ['acts-alone'], reversibility: ['costly', 'none'] },
			because: 'It acts alone and mistakes are costly.',
		},
		{ tier: 'medium', when: { reach: ['external'] }, because: 'People outside receive it.' },
		{ tier: 'high', when: { regulated: true }, because: 'The content is regulated.' },
		{ tier: 'medium', when: { technique: ['agent'] }, because: 'It chooses its own steps.' },
		...basic.tiers.map((row) =>
			row.tier === 'medium' ? { ...row, because: 'Confidential data passes through it.' } : row,
		),
	],
	baselines: {
		low: ['logging'],
		medium: ['entry-rights', 'second-look', 'labelled-set', 'shelf-watch'],
		high: [],
	},
	highTier: { ...basic.highTier, controls: ['second-look'], gate: 'second-look' },
	personDecision: { controls: ['second-look'], waivable: [] },
	conditions: [
		{
			when: { untrustedInput: true },
			because: 'Text from outside reaches a prompt.',
			controls: ['injection-screen'],
		},
	],
	telemetry: {
		...basic.telemetry,
		signals: basic.telemetry.signals.map((signal) =>
			signal.subject === 'text' ? { ...signal, sensitive: true, keepDays: 180 } : signal,
		),
	},
	approval: {
		...basic.approval,
		seats: {
			low: ['technology'],
			medium: ['technology', 'security', 'business'],
			high: ['technology', 'security', 'business'],
		},
	},
	waivers: { ...basic.waivers, neverControls: ['entry-rights'] },
});

/** The least pattern, with its control at a place, as the scaffold puts it where others have it. */
const least = entry('patterns', MINIMAL_IDS.patterns, {
	controls: minimal.patterns().controls.map((use) => ({ ...use, enforcedAt: 'policy-node' })),
});

/** Entries that patterns cite, and the singletons; the least entry of every other collection beside. */
export const sharedEntries: readonly Entry[] = [
	...controls,
	...risks,
	...connectors,
	...models,
	...vault,
	...roles,
	...guides,
	...frameworks,
	...metrics,
	organisation,
	policy,
	glossary,
	least,
];

/** The least entries share their words, and no two pages may have one title or one description. */
const named = (path: string, text: string) => {
	const id = path.replace(/^.*\/|\.\w+$/g, '').replaceAll('-', ' ');
	const title = `${id.charAt(0).toUpperCase()}${id.slice(1)} of the house`;
	return text
		.replace(/^title: (?:An entry|Rules)$/m, `title: ${title}`)
		.replace('An entry made for a test', `${title}, made for a test`);
};

/** Their files, among one sound file of every collection there is. */
export function sharedTexts(): Map<string, string> {
	const texts = soundTexts();
	for (const [path, text] of texts) texts.set(path, named(path, text));
	// Made for a council of one seat.
	texts.delete(soundPath('approvals'));
	for (const one of sharedEntries) {
		for (const [path, text] of Object.entries(textsOf(one))) texts.set(path, text);
	}
	return texts;
}
