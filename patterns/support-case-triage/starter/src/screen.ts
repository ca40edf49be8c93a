/** Node screen: cleans, scores, strips and redacts. What follows sees only what it returns. */
import type { Case } from './check.ts';
import type { Connector } from './connectors/connector.ts';
import { callerOf } from './controls/access-control.ts';
import { assertNothingRemains } from './controls/data-loss-prevention.ts';
import { assertBelow, openScreen, screenShape } from './controls/prompt-injection-filter.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, text } from './policy/shape.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

const textShape = fields({ subject: (value: unknown) => String(value), message: text });

export type ScreenCase = (run: Run) => Promise<Pick<Case, 'subject' | 'body'>>;

/** Reads the text of a case; a person gets it unread by the model where the screen says so. */
export function openCaseScreen({ root, access, redact }: Services, desk: Connector): ScreenCase {
	const policy = readPolicy(root, 'policy/screen.yaml', screenShape);
	const screen = openScreen(policy);
	return async (run) => {
		run.at('screen');
		const caller = callerOf(access, run.trace);
		const read = await desk.read(run.item, ['subject', 'message'], caller);
		const { subject, message } = textShape(read, 'case');
		const result = screen([subject, message]);
		run.signals({ 'aicat.triage.suspicious': result.score >= policy.holdAt });
		assertBelow(result, policy);
		run.passed('prompt-injection-filter', `Score ${result.score}, under ${policy.holdAt}.`);
		const redacted = result.texts.map(redact);
		for (const one of redacted) assertNothingRemains(one);
		const marks = redacted.flatMap(({ replaced }) => Object.keys(replaced));
		if (marks.length > 0) run.changed('data-loss-prevention', `Replaced by ${marks.join(', ')}.`);
		else run.passed('data-loss-prevention', 'Nothing to replace.');
		return { subject: redacted[0]?.text ?? '', body: redacted[1]?.text ?? '' };
	};
}
