/** Node screen: cuts, scores, strips and masks. Later steps see only what it returns. */
import type { Connector } from './connectors/connector.ts';
import { assertBelow, openScreen, screenShape } from './controls/prompt-injection-filter.ts';
import { redactTexts } from './controls/screen-texts.ts';
import { type About, ownerOf, type Request } from './intake.ts';
import { namesOf } from './names.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, text } from './policy/shape.ts';
import { counted } from './run/counted.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

const textShape = fields({ text });

export interface Screen {
	/** The text of the interaction, as a prompt can contain it. @throws Refusal if it is held. */
	read: (run: Run, request: Request, about: About, ownNumber: string) => Promise<string>;
	/** Drafted lines on their way to the checking prompt. They come from the same text. */
	lines: (run: Run, lines: readonly string[]) => string[];
}

export function openNoteScreen({ root, access, redact }: Services, mail: Connector): Screen {
	const policy = readPolicy(root, 'policy/screen.yaml', screenShape);
	const screen = openScreen(policy);
	return {
		read: async (run, { id, owner }, about, ownNumber) => {
			run.at('screen');
			const caller = ownerOf({ access }, owner, run.trace);
			const { text: whole } = textShape(await mail.read(id, ['text'], caller), id);
			const messages = messagesOf(withoutHistory(whole), about.kind);
			const worst = Math.max(
				...messages.map((message) => {
					const result = screen([message]);
					assertBelow(result, policy);
					return result.score;
				}),
			);
			run.passed(
				'prompt-injection-filter',
				`${counted(messages.length, 'message')}, highest score ${worst}, under ${policy.holdAt}.`,
			);
			// A mark that somebody typed would put those words into a person's mouth.
			const clean = screen(messages)
				.texts.join('')
				.replace(/\[PERSON-\d+\]/g, '[NAME]');
			const { hide } = namesOf(about.participants);
			// The number of this account is allowed here. Any other number that is left holds the text.
			const masked = hide(clean).replaceAll(ownNumber, '[THIS-ACCOUNT]');
			const marks = new Set(masked.match(/\[PERSON-\d+\]/g));
			if (marks.size > 0) {
				run.changed('data-loss-prevention', `Names replaced by ${[...marks].sort().join(', ')}.`);
			}
			const [safe = ''] = redactTexts(run, [masked], redact);
			return safe;
		},
		lines: (run, lines) => {
			const result = screen(lines);
			assertBelow(result, policy);
			run.passed('prompt-injection-filter', `Drafted lines score ${result.score}.`);
			return result.texts;
		},
	};
}

/** Older messages that an email repeats: they were noted when they came, and leak the most. */
export function withoutHistory(source: string): string {
	const lines = source.split('\n');
	const from = lines.findIndex((line) =>
		/^-{2,} ?(?:original|forwarded) message ?-{2,}/i.test(line),
	);
	const kept = from < 0 ? lines : lines.slice(0, from);
	return kept
		.filter((line) => !/^\s*>/.test(line) && !/^On .{5,80} wrote:\s*$/.test(line))
		.join('\n');
}

/** Each message of a thread, or turn of a call, by itself: its own signs must add up to a hold. */
function messagesOf(source: string, kind: About['kind']): string[] {
	return source.split(kind === 'mail' ? /^(?=From: )/m : /(?<=\n)/);
}
