/** The patterns of the house catalogue: what the scaffold makes of a wish, with nothing left to fill. */
import { stringify } from 'yaml';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { finishedPattern } from '#catalogue/scaffold/pattern.ts';
import type { PatternWish } from '#catalogue/scaffold/wish.ts';
import type { Exposure } from '#schemas/exposure.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { random } from '#scripts/bench/random.ts';
import { fact, paragraph } from '#scripts/bench/words.ts';
import { entry, textsOf } from '../build.ts';
import { mild } from '../exposure.ts';
import { promptText, SORTING_CASES, SORTING_PROMPT } from './prompts.ts';
import { overlayTexts } from './starter.ts';

/** The pattern that most tests look at. */
export const LETTERS = 'letter-sorting';

type Wish = Pick<PatternWish, 'id' | 'title' | 'problem'> & {
	exposure?: Partial<Exposure>;
	connectors?: readonly string[];
	models?: readonly string[];
	given: Partial<Pattern>;
};

const WISHES: readonly Wish[] = [
	{
		id: LETTERS,
		title: 'Letter sorting',
		problem: 'triage',
		exposure: { untrustedInput: true, effect: 'acts-alone' },
		connectors: ['letter-desk', 'gateway'],
		models: ['large', 'leaving'],
		given: {
			summary: 'Puts every letter on a shelf with a reason, and leaves the hard ones to a person.',
			aliases: ['envelope classification', 'post triage'],
		},
	},
	{
		id: 'address-checks',
		title: 'Address checks',
		problem: 'check',
		connectors: ['address-book', 'gateway'],
		given: { summary: 'Compares the address on a letter with the address book.' },
	},
	{
		id: 'archive-answers',
		title: 'Archive answers',
		problem: 'summarise',
		exposure: { data: 'restricted' },
		connectors: ['vault-gateway'],
		models: ['vault'],
		given: {
			summary: 'Answers a question from old letters, with the page it read.',
			status: 'draft',
		},
	},
	{
		id: 'reply-drafts',
		title: 'Reply drafts',
		problem: 'draft',
		exposure: { untrustedInput: true },
		connectors: ['letter-desk', 'gateway'],
		given: { summary: 'Drafts an answer to a letter, which a person reads and sends.' },
	},
	{
		id: 'visitor-notes',
		title: 'Visitor notes',
		problem: 'extract',
		exposure: { data: 'internal' },
		connectors: ['letter-desk', 'gateway'],
		given: { summary: 'Writes down who comes to the house, and when.' },
	},
];

const EXPOSURE: Exposure = {
	...mild,
	data: 'confidential',
	effect: 'drafts',
	reach: 'organisation',
};

/** What the scaffold would leave to say, in the words of a house. */
const SAID = { status: 'proposed', businessOwner: 'Head of the post room' } as const;

const OVERRIDES = {
	metric: 'override-share',
	target: { atMost: 10 },
	source: 'Trace store',
};

/** Beside the five that every pattern is tested for. */
type Limit = Pattern['evaluation']['limits'][number];
const FALSE_ALARMS: Limit = {
	dimension: 'false-positives',
	measure: 'Letters put on a shelf that fits nothing',
	unit: '%',
	limit: { atMost: 5 },
	cases: 300,
};

const YAML = { lineWidth: 0, aliasDuplicateObjects: false };
const SECTIONS = ['Fit', 'Architecture', 'Risk closure', 'Evaluation', 'Metrics', 'Rollout gates'];

/** The files of every pattern, with its prompt and cases. */
export function patternTexts(catalogue: Catalogue): [path: string, text: string][] {
	return WISHES.flatMap((wish, at) => {
		const seeded = random(at + 1);
		const { id, title, problem, exposure, connectors = [], models = ['small'], given } = wish;
		const prompt = id === LETTERS ? SORTING_PROMPT : `${id}-prompt`;
		const answers: PatternWish = {
			id,
			title,
			owner: 'post-room',
			problem,
			outcome: 'service-efficiency',
			techniques: ['rules', 'human-approval'],
			exposure: { ...EXPOSURE, ...exposure },
			connectors,
			models,
			prompt,
			decidedBy: undefined,
			near: [],
		};
		const say = ({ length }: string) => fact(seeded).slice(0, length).replace(/\s$/, '.');
		const made = finishedPattern(answers, catalogue, say);
		const body = SECTIONS.map((name) => `## ${name}\n\n${paragraph(seeded, 3)}\n`).join('\n');
		// What stands for a path, a sentence cannot.
		const controls = made.controls.map((use) => ({ ...use, file: `policy/${use.control}.yaml` }));
		// A limit of all or nothing, no run can resolve.
		const limits: Limit[] = made.evaluation.limits.map((one) => ({
			...one,
			limit: { atLeast: 90 },
		}));
		const evaluation = { ...made.evaluation, limits };
		const data = { ...made, controls, evaluation, ...SAID, ...given };
		const isMain = id === LETTERS;
		if (isMain) {
			data.metrics = [...made.metrics, OVERRIDES];
			limits.push(FALSE_ALARMS);
			const { steps } = made.architecture;
			const story = steps.map((step) => `A letter goes through the step ${step.toLowerCase()}.`);
			data.architecture = { ...made.architecture, story };
		}
		const pattern = entry('patterns', id, data, { body: `\n${body}` });
		const stem = `patterns/${id}/prompts/${prompt}`;
		return [
			...Object.entries(textsOf(pattern)),
			[`${stem}.prompt`, promptText(answers)],
			[`${stem}.cases.yaml`, stringify({ cases: SORTING_CASES }, YAML)],
			...(isMain ? overlayTexts(id, controls) : []),
		];
	});
}
