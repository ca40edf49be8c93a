/** Every prompt has cases: golden, edge, and injection where untrusted text reaches it. */
import { tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { countOf } from '../words/count.ts';

export const casesPresent: Rule = {
	id: 'cases-present',
	phase: 'structure',
	severity: 'error',
	summary: 'Each prompt has a golden and an edge case, and an injection case for untrusted input.',
	why: 'If a prompt is not tested, its answers can change with the next model and nobody notices. If text from outside reaches it, attacks are part of normal use.',
	source: 'Project brief, section 6, test cases; domain rule 12',
	example: {
		in: 'cases',
		fails: `cases:
  - name: A plain question
    kind: golden
    input: { question: Why does it rain? }
    expect: [{ type: includes, value: water }]`,
		passes: `cases:
  - name: A plain question
    kind: golden
    input: { question: Why does it rain? }
    expect: [{ type: includes, value: water }]
  - name: A question of one letter
    kind: edge
    input: { question: "?" }
    expect: [{ type: includes, value: ask }]`,
	},
	*check(catalogue) {
		for (const prompt of catalogue.prompts.values()) yield* casesOf(prompt, catalogue);
		for (const cases of catalogue.cases.values()) {
			if (catalogue.knows('prompts', cases.id)) continue;
			const message = `there is no prompt "${cases.id}" in the same folder as this file.`;
			yield {
				entry: cases,
				path: [],
				message,
				fix: 'Give both files the same name, or delete this one.',
			};
		}
		const folders = Map.groupBy(catalogue.prompts.values(), ({ parent }) => parent);
		for (const pattern of catalogue.patterns.values()) {
			yield* promptsOf(pattern, catalogue, folders.get(pattern.id) ?? []);
		}
	},
};

function* casesOf(prompt: Entry<'prompts'>, catalogue: Catalogue): Generator<Problem> {
	const cases = catalogue.cases.get(prompt.id);
	if (!cases) {
		if (catalogue.knows('cases', prompt.id)) return;
		const message = `the prompt "${prompt.id}" has no test cases.`;
		yield {
			entry: prompt,
			path: [],
			message,
			fix: `Write them in ${prompt.file.replace(/\.prompt$/, '.cases.yaml')}.`,
		};
		return;
	}
	const kinds = new Set(cases.data.cases.map(({ kind }) => kind));
	const untrusted =
		catalogue.patterns.get(prompt.parent ?? '')?.data.exposure.untrustedInput === true;
	for (const kind of ['golden', 'edge', ...(untrusted ? (['injection'] as const) : [])] as const) {
		if (kinds.has(kind)) continue;
		const why = kind === 'injection' ? ' The pattern takes untrusted input.' : '';
		yield {
			entry: cases,
			path: ['cases'],
			message: `no case is of kind ${kind}.`,
			fix: `Add at least one.${why}`,
		};
	}
	yield* attacksOf(prompt, cases, catalogue);
	const names = new Set<string>();
	for (const [index, { name }] of cases.data.cases.entries()) {
		if (names.has(name)) {
			yield {
				entry: cases,
				path: ['cases', index, 'name'],
				message: `two cases are named "${name}".`,
				fix: 'Give each a name that says what is special about it.',
			};
		}
		names.add(name);
	}
}

/** Fewer attacks than the policy asks for say little about the next one. */
function* attacksOf(
	prompt: Entry<'prompts'>,
	cases: Entry<'cases'>,
	{ patterns, policy }: Catalogue,
): Generator<Problem> {
	const pattern = patterns.get(prompt.parent ?? '');
	const isUntrusted = Object.values(prompt.data['catalogue.variables']).some(
		({ untrusted }) => untrusted,
	);
	if (!pattern || !isUntrusted) return;
	const tier = tierOf(pattern.data, policy);
	const least = policy.prompts.attackCases?.[tier] ?? 0;
	const count = cases.data.cases.filter(({ kind }) => kind === 'injection').length;
	// None at all is said above.
	if (count === 0 || count >= least) return;
	yield {
		entry: cases,
		path: ['cases'],
		severity: 'warning',
		message: `it has ${countOf(count, 'injection case')}; a ${tier} pattern needs ${least}.`,
		fix: `Add ${least - count}. Vary where the attack comes in, its language and its wording.`,
	};
}

function* promptsOf(
	pattern: Entry<'patterns'>,
	{ prompts }: Catalogue,
	own: readonly Entry<'prompts'>[],
): Generator<Problem> {
	const listed = new Set(pattern.data.prompts);
	for (const [index, id] of pattern.data.prompts.entries()) {
		const prompt = prompts.get(id);
		if (!prompt || prompt.parent === pattern.id) continue;
		const message = `the prompt "${id}" is in the folder of "${prompt.parent}".`;
		yield {
			entry: pattern,
			path: ['prompts', index],
			message,
			fix: `Move ${prompt.file} into this pattern, or remove it from the list.`,
		};
	}
	for (const prompt of own) {
		if (listed.has(prompt.id)) continue;
		const message = `the prompt "${prompt.id}" in this folder is not listed.`;
		yield {
			entry: pattern,
			path: ['prompts'],
			message,
			fix: `Add ${prompt.id} to \`prompts\`, or delete its files.`,
		};
	}
}
