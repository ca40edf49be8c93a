/** How questions reach a person: an interface of four, and the terminal behind it. */

export interface Choice {
	value: string;
	label: string;
	/** Shown for the choice under the cursor. */
	meaning?: string;
}

interface Asked<Value> {
	message: string;
	default?: Value | undefined;
}

export interface Ask {
	/** `check` returns what is wrong, or undefined. */
	text: (
		asked: Asked<string> & { check: (value: string) => string | undefined },
	) => Promise<string>;
	choose: (asked: Asked<string> & { choices: readonly Choice[] }) => Promise<string>;
	several: (
		asked: Asked<readonly string[]> & {
			choices: readonly Choice[];
			check: (value: readonly string[]) => string | undefined;
		},
	) => Promise<readonly string[]>;
	confirm: (asked: Asked<boolean>) => Promise<boolean>;
}

/** The terminal, or undefined where nobody can answer: a pipe, a script, a pipeline. */
export async function terminal(): Promise<Ask | undefined> {
	if (!process.stdin.isTTY || !process.stdout.isTTY || process.env.CI) return undefined;
	// Only now: every other command would wait for it too.
	const { checkbox, confirm, input, select } = await import('@inquirer/prompts');
	return {
		text: ({ message, default: value, check }) =>
			input({
				message,
				...(value === undefined ? {} : { default: value, prefill: 'editable' as const }),
				validate: (text) => check(text.trim()) ?? true,
			}).then((text) => text.trim()),
		choose: ({ message, default: value, choices }) =>
			select({
				message,
				choices: choices.map(shown),
				...(value === undefined ? {} : { default: value }),
			}),
		several: ({ message, default: values = [], choices, check }) =>
			checkbox({
				message,
				// Letters that change every choice at once: people type them to search, as in the lists.
				shortcuts: { all: null, invert: null },
				choices: choices.map((choice) => ({
					...shown(choice),
					checked: values.includes(choice.value),
				})),
				validate: (chosen) => check(chosen.map(({ value }) => value)) ?? true,
			}),
		confirm: ({ message, default: value = false }) => confirm({ message, default: value }),
	};
}

const shown = ({ value, label, meaning }: Choice) => ({
	value,
	name: label === value ? value : `${label} (${value})`,
	short: label,
	...(meaning ? { description: meaning } : {}),
});

/** Whether a question was left with Ctrl-C or a closed terminal. */
export function isGivenUp(error: unknown): boolean {
	return error instanceof Error && /^(?:ExitPromptError|AbortPromptError)$/.test(error.name);
}
