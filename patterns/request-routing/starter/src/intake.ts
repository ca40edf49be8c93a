/**
 * Nodes intake, new-request and screen: can it be touched, is its form connected, is its text safe?
 */
import type { Connector } from './connectors/connector.ts';
import { assertDelegated, callerOf } from './controls/access-control.ts';
import { screenShape } from './controls/prompt-injection-filter.ts';
import { openTextScreen } from './controls/screen-texts.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, optional, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Router } from './router.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import type { Request, Tables } from './tables.ts';

const aboutShape = fields({ form: text, topic: optional(text), site: optional(text) });
const textShape = fields({ title: text, text: (value: unknown) => String(value ?? '') });

/** What is read before the text is. */
export type About = Pick<Request, 'form' | 'topic' | 'site'>;

export interface Intake {
	/** Passes the request on, or refuses it before its text is read. */
	takeIn: (run: Run) => Promise<About>;
	/**
	 * Title and text as rules and prompt can see them. @throws Refusal for one that gives
	 * instructions.
	 */
	readTexts: (run: Run) => Promise<Pick<Request, 'title' | 'text'>>;
}

export function openIntake(
	{ root, access, clock, redact }: Services,
	engine: Connector,
	{ forms }: Tables,
	router: Router,
): Intake {
	const screen = openTextScreen(readPolicy(root, 'policy/screen.yaml', screenShape), redact);
	return {
		takeIn: async (run) => {
			run.at('intake');
			assertDelegated(access, clock);
			run.passed('access-control', `Acts for: ${access.delegation.by}.`);
			await router.assertFree(run);
			run.at('new-request');
			const names = ['form', 'topic', 'site'];
			const read = await engine.read(run.item, names, callerOf(access, run.trace));
			const about = aboutShape(read, 'request');
			if (!forms.has(about.form)) {
				const message = `The form "${about.form}" is not connected, so its text is not read.`;
				throw new Refusal('data-classification', 'form-not-connected', message);
			}
			run.passed(
				'data-classification',
				`Form ${about.form} is connected, ${access.ceiling} at most.`,
			);
			return about;
		},
		readTexts: async (run) => {
			run.at('screen');
			const read = await engine.read(run.item, ['title', 'text'], callerOf(access, run.trace));
			const { title, text: body } = textShape(read, 'request');
			const [cleanTitle = '', cleanText = ''] = screen.clean(run, [title, body]);
			return { title: cleanTitle, text: cleanText };
		},
	};
}
