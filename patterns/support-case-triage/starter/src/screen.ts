/** Node screen: cleans, scores, strips and redacts. Later steps see only what it returns. */
import type { Case } from './check.ts';
import type { Connector } from './connectors/connector.ts';
import { callerOf } from './controls/access-control.ts';
import { screenShape } from './controls/prompt-injection-filter.ts';
import { openTextScreen } from './controls/screen-texts.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, text } from './policy/shape.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

const textShape = fields({ subject: (value: unknown) => String(value), message: text });

export type ScreenCase = (run: Run) => Promise<Pick<Case, 'subject' | 'body'>>;

/**
 * Reads the text of a case. If the screen says so, a person gets it and the model never reads it.
 */
export function openCaseScreen({ root, access, redact }: Services, desk: Connector): ScreenCase {
	const policy = readPolicy(root, 'policy/screen.yaml', screenShape);
	const screen = openTextScreen(policy, redact);
	return async (run) => {
		run.at('screen');
		const caller = callerOf(access, run.trace);
		const read = await desk.read(run.item, ['subject', 'message'], caller);
		const { subject, message } = textShape(read, 'case');
		const { score } = screen.score([subject, message]);
		run.signals({ 'aicat.triage.suspicious': score >= policy.holdAt });
		const [cleanSubject = '', body = ''] = screen.clean(run, [subject, message]);
		return { subject: cleanSubject, body };
	};
}
