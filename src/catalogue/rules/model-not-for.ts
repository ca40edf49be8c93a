/** A pattern does not name a model alias that is not approved for what the pattern does. */
import type { Pattern } from '#schemas/pattern.ts';
import type { Rule } from '../model/rule.ts';

type Facts = Pick<Pattern, 'exposure' | 'techniques'>;

/** Uses that a pattern declares as data, by the words a model page has for them. */
const USES: readonly (readonly [words: RegExp, holds: (facts: Facts) => boolean, use: string])[] = [
	[
		/\bpeople outside|\bcustomers?\b.*\bread|\bthe public\b|\bexternal readers?/i,
		({ exposure }) => exposure.reach === 'external',
		'its output reaches people outside',
	],
	[
		/\bdecisions? (?:about|on) (?:a )?(?:person|people|persons)/i,
		({ exposure }) => exposure.decidesAboutPerson,
		'it influences a decision about a person',
	],
	[
		/\brestricted data\b/i,
		({ exposure }) => exposure.data === 'restricted',
		'it uses restricted data',
	],
	[
		/\bconfidential data\b/i,
		({ exposure }) => ['confidential', 'restricted'].includes(exposure.data),
		'it uses confidential data',
	],
	[
		/\bspecial[- ]category\b/i,
		({ exposure }) => exposure.personalData === 'special',
		'it uses special-category data',
	],
	[
		/\bpersonal data\b/i,
		({ exposure }) => exposure.personalData !== 'none',
		'it uses personal data',
	],
	[
		/\bagents?\b|\bcalling tools\b|\btool calls?\b/i,
		({ techniques }) => techniques.includes('agent'),
		'it is an agent',
	],
	[/\bregulated\b/i, ({ exposure }) => exposure.regulated, 'its content or decision is regulated'],
];

export const modelNotFor: Rule = {
	id: 'model-not-for',
	phase: 'policy',
	severity: 'warning',
	summary:
		'A pattern does not use a model alias whose page says that it is not approved for this use.',
	why: 'The page of a model lists what it must not be used for. If a pattern uses it for one of these, the people who approved the pattern did not read the list.',
	source: 'Project brief, section 3, model routing',
	example: {
		in: 'models',
		given: [
			{
				in: 'patterns',
				data: 'techniques: [agent]\nagent:\n  tools: [{ name: read_case, does: Reads one case and nothing else., connector: gateway, access: invoke }]\n  limits: { steps: 5 }\n  escalation: { when: It is not sure after five steps., to: analyst }\n  killSwitch: The owner turns the flag off in the gateway.',
			},
		],
		fails: 'notFor: [Work as an agent that calls tools]',
		passes: 'notFor: [Long documents of more than thirty pages]',
	},
	*check({ patterns, models }) {
		for (const entry of patterns.values()) {
			for (const [index, id] of entry.data.models.entries()) {
				for (const said of models.get(id)?.data.notFor ?? []) {
					const use = USES.find(([words, holds]) => words.test(said) && holds(entry.data))?.[2];
					if (!use) continue;
					const message = `"${id}" is not approved for this: "${said.slice(0, 80)}". This pattern does it: ${use}.`;
					const fix = 'Use another alias, or ask the owner to change the page of the model.';
					yield { entry, path: ['models', index], message, fix };
				}
			}
		}
	},
};
