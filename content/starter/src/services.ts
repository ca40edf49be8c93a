/** Everything a workflow needs, opened from the policy files of the starter. */
import { join } from 'node:path';
import { type Audit, fileWriter, openAudit, type Write } from './audit/audit-log.ts';
import { logShape, openPromptLog, type PromptLog } from './audit/prompt-log.ts';
import type { Clock } from './clock.ts';
import type { Touch } from './connectors/connector.ts';
import { type AbuseWatch, abuseShape, openAbuseWatch } from './controls/abuse-monitoring.ts';
import { type AccessPolicy, accessShape } from './controls/access-control.ts';
import { fieldsAbove } from './controls/data-classification.ts';
import { dlpShape, openRedaction, type Redact } from './controls/data-loss-prevention.ts';
import { type Feedback, feedbackShape, openFeedback } from './controls/feedback-channel.ts';
import {
	type HeldItems,
	type Overrides,
	openHeldItems,
	openOverrides,
	overrideShape,
} from './controls/human-override.ts';
import { fileSwitch, type KillSwitch } from './controls/kill-switch-rollback.ts';
import { modelShape, type Pins, pinsOf } from './controls/model-version-pinning.ts';
import { type Limits, limitsShape, openLimits } from './controls/rate-spend-limits.ts';
import { type Training, trainingShape } from './controls/role-training.ts';
import { chooseGateway } from './gateway/choose-gateway.ts';
import type { ModelGateway } from './gateway/gateway.ts';
import { readFrontmatter, readPolicy } from './policy/read-policy.ts';
import { type PromptLibrary, readPrompts } from './prompts/prompt-library.ts';
import { SetupError } from './refusal.ts';
import { readContract } from './telemetry/contract.ts';
import { openTelemetry, type Telemetry } from './telemetry/telemetry.ts';

export interface Services {
	root: string;
	clock: Clock;
	prompts: PromptLibrary;
	gateway: ModelGateway;
	/** Alias that replaces the one of the prompts, with a real gateway. */
	model: string | undefined;
	pins: Pins;
	limits: Limits;
	killSwitch: KillSwitch;
	access: AccessPolicy;
	redact: Redact;
	overrides: Overrides;
	held: HeldItems;
	abuse: AbuseWatch;
	training: Training;
	feedback: Feedback;
	audit: Audit;
	promptLog: PromptLog;
	telemetry: Telemetry;
	/** Log of every read and write of a connector. */
	logTouch: (touch: Touch) => void;
}

export interface ServiceOptions {
	root: string;
	clock: Clock;
	environment?: Readonly<Record<string, string | undefined>>;
	/** Replaces the gateway the environment would choose. */
	gateway?: ModelGateway;
	killSwitch?: KillSwitch;
	/** Where lines go. By default, they go to files under logs/. */
	writeAudit?: Write;
	writePrompts?: Write;
}

/** Reads every policy before the first item, so that a mistake in one stops the start. */
export async function openServices(options: ServiceOptions): Promise<Services> {
	const { root, clock } = options;
	const limits = readPolicy(root, 'policy/limits.yaml', limitsShape);
	const access = readPolicy(root, 'policy/access.yaml', accessShape);
	const [above] = fieldsAbove(access);
	if (above) throw new SetupError(above, 'Remove the field, or have the pattern approved again.');
	const redact = openRedaction(readPolicy(root, 'policy/dlp.yaml', dlpShape));
	const writeAudit = options.writeAudit ?? fileWriter(join(root, 'logs/audit.jsonl'));
	const writePrompts = options.writePrompts ?? fileWriter(join(root, 'logs/prompts.jsonl'));
	const audit = openAudit(redact, clock, writeAudit);
	const log = readPolicy(root, 'telemetry/log.yaml', logShape);
	const chosen = options.gateway
		? { gateway: options.gateway, model: undefined }
		: chooseGateway(root, options.environment ?? {}, limits.timeoutSeconds);
	return {
		root,
		clock,
		...chosen,
		prompts: await readPrompts(root),
		pins: pinsOf(readPolicy(root, 'policy/model.yaml', modelShape)),
		limits: openLimits(limits, clock),
		killSwitch: options.killSwitch ?? fileSwitch(root),
		access,
		redact,
		overrides: openOverrides(clock),
		held: openHeldItems(readPolicy(root, 'policy/override.yaml', overrideShape), clock),
		abuse: openAbuseWatch(readPolicy(root, 'telemetry/abuse.yaml', abuseShape), clock),
		training: readPolicy(root, 'training/record.yaml', trainingShape),
		feedback: openFeedback(readFrontmatter(root, 'runbooks/feedback.md', feedbackShape), clock),
		audit,
		promptLog: openPromptLog(log, redact, clock, writePrompts),
		telemetry: openTelemetry(readContract(root)),
		logTouch: ({ connector, access: kind, id, fields, caller: { trace, ...who } }) =>
			audit.line('touch', { trace, connector, access: kind, id, fields, ...who }),
	};
}
