/** A pattern and its prompts say the same about text from outside. */
import type { Entry } from '../model/catalogue.ts';
import type { Rule } from '../model/rule.ts';

export const untrustedAgrees: Rule = {
	id: 'untrusted-agrees',
	phase: 'policy',
	severity: 'error',
	summary:
		'If a pattern says that untrusted text reaches a prompt, a variable is marked untrusted, and the reverse.',
	why: 'The tier and the filters depend on what the pattern says. The marks around the text and the attack cases depend on the variable. If only one of them says so, half of the protection is missing.',
	source: 'OWASP LLM01:2026; domain rule 12',
	example: {
		in: 'prompts',
		given: [
			{
				in: 'patterns',
				data: 'exposure:\n  data: internal\n  personalData: none\n  effect: informs\n  reach: team\n  reversibility: easy\n  untrustedInput: false\n  decidesAboutPerson: false\n  regulated: false',
			},
		],
		fails:
			'catalogue.variables:\n  question: { label: Question, dataClass: internal, maxLength: 200, untrusted: true }',
		passes:
			'catalogue.variables:\n  question: { label: Question, dataClass: internal, maxLength: 200, untrusted: false }',
	},
	*check({ patterns, prompts }) {
		for (const pattern of patterns.values()) {
			const own = pattern.data.prompts.flatMap((id): Entry<'prompts'>[] => {
				const prompt = prompts.get(id);
				return prompt ? [prompt] : [];
			});
			const marked = own.flatMap((prompt) =>
				Object.entries(prompt.data['catalogue.variables'])
					.filter(([, { untrusted }]) => untrusted)
					.map(([name]) => ({ prompt, name })),
			);
			const { untrustedInput } = pattern.data.exposure;
			if (untrustedInput && own.length > 0 && marked.length === 0) {
				yield {
					entry: pattern,
					path: ['exposure', 'untrustedInput'],
					message:
						'text from outside can reach a prompt, but no variable of its prompts is untrusted.',
					fix: 'Set untrusted: true for each variable that takes this text, in catalogue.variables.',
				};
			}
			if (untrustedInput) continue;
			for (const { prompt, name } of marked) {
				yield {
					entry: prompt,
					path: ['catalogue.variables', name, 'untrusted'],
					message: `"${name}" is untrusted, but the pattern says that no text from outside reaches a prompt.`,
					fix: `Set exposure.untrustedInput: true in ${pattern.file}, or untrusted: false here.`,
				};
			}
		}
	},
};
