/** A pattern: one approved way to solve a common problem with AI. */
import { z } from 'zod';
import { agentSchema } from './agent.ts';
import { defineCollection } from './collection.ts';
import { exposureSchema } from './exposure.ts';
import { date, ownId, ref, summary, text, title, version } from './fields.ts';
import { targetSchema } from './measure.ts';
import { upkeep } from './register.ts';
import * as words from './vocabularies.ts';
import { waiverSchema } from './waiver.ts';
import {
	ANY,
	COMES,
	LESS_DATA,
	NEXT_RELEASE,
	REPORTS_BREAK,
	row,
	type Weighing,
} from './weighing.ts';

const nodeId = ownId('a node id');
const points = (count: number, about: string) => z.array(text(5, 200)).min(count).describe(about);

export const architectureSchema = z.strictObject({
	summary: text(20, 200).describe('The architecture in one sentence; the answer of section 2.'),
	steps: z
		.array(text(2, 16))
		.min(2)
		.max(12)
		.describe(
			'Names of the steps in order, one verb each. They are the column headings of the drawing.',
		),
	nodes: z
		.array(
			z.strictObject({
				id: nodeId.describe('Id of the node in this pattern. Flows and controls refer to it.'),
				layer: words.layer.schema.describe('Lane of the drawing. One node per lane and step.'),
				step: z.int().min(1).max(12).describe('Number of the step, from 1.'),
				kind: words.nodeKind.schema.describe('What the node is. This decides how it is drawn.'),
				title: text(2, 32).describe('Name in the box, at most three words.'),
				note: text(2, 32).optional().describe('Second line in the box, such as a limit or access.'),
				does: text(10, 200)
					.describe('What it does, in one sentence.')
					.meta({ label: 'What it does' }),
				connector: ref('connectors').optional().describe('Connector through which it is reached.'),
				prompt: ref('prompts').optional().describe('Prompt that is filled or run here.'),
			}),
		)
		.min(4)
		.max(40)
		.describe('Boxes of the drawing. Reference = layer letter and step, such as P2.'),
	flows: z
		.array(
			z.strictObject({
				from: nodeId.describe('Node it leaves.'),
				to: nodeId.describe('Node it reaches.'),
				kind: words.flowKind.schema.describe('What the line means. This decides how it is drawn.'),
				carries: text(3, 80).optional().describe('What goes along it, in a few words.'),
				label: text(2, 14).optional().describe('Short word on the line, such as a condition.'),
				data: words.dataClass.schema.optional().describe('Class of the data that goes along it.'),
			}),
		)
		.min(3)
		.describe('Lines of the drawing.'),
	story: z
		.array(text(10, 160))
		.min(5)
		.max(8)
		.optional()
		.describe(
			'What happens, in five to eight sentences in order. Each is a step that a reader can follow.',
		),
	glance: z
		.array(nodeId)
		.min(4)
		.max(9)
		.optional()
		.describe('Nodes of the small drawing on cards, in order: the main path.'),
	yoursToChange: points(1, 'What a team can change without a new approval.'),
	fixedByApproval: points(1, 'What must stay as approved.'),
});
export type Architecture = z.output<typeof architectureSchema>;

const connectorUse = z.strictObject({
	connector: ref('connectors').describe('Approved connector.'),
	access: words.access.schema.describe(
		'What the pattern does through it. The connector must offer this access.',
	),
	auth: words.authModel.schema
		.optional()
		.describe('How it signs in. Leave it out if it is the usual way of the connector.'),
	expires: date.optional().describe('Date when the key expires. Needed for a static key.'),
	fields: z.array(text(1, 60)).optional().describe('The only fields that it writes, if it writes.'),
	data: words.dataClass.schema.describe('Highest class of data that it uses here.'),
	why: text(10, 200).describe('What it is needed for.'),
});

const risk = z.strictObject({
	risk: ref('risks').describe('Risk from the catalogue.'),
	scenario: text(20, 300).describe('How it shows in this pattern, as a scene someone can picture.'),
	likelihood: words.likelihood.schema.describe('How often, before the controls.'),
	impact: words.impact.schema.describe('How bad, before the controls.'),
	mitigatedBy: z
		.array(ref('controls'))
		.min(1)
		.describe('Controls of this pattern that address it. Each must list the risk in `mitigates`.'),
	residual: text(10, 240)
		.optional()
		.describe('The risk that remains after the controls, in plain words.'),
	accepted: z
		.strictObject({
			by: text(3, 80).describe('Role that accepts the remaining risk.'),
			until: date.describe('Day the acceptance ends.'),
			because: text(10, 240).describe('Why it is acceptable until then.'),
		})
		.optional()
		.describe('Acceptance of the remaining risk, if the risk is not fully controlled.'),
});

/** Where a control acts: a node, or a flow by its two ends. */
export const enforcedAtSchema = z.union([nodeId, z.strictObject({ from: nodeId, to: nodeId })], {
	error: 'is not a place in the drawing; write a node id, or { from: node, to: node } for a flow.',
});

const control = z.strictObject({
	control: ref('controls').describe('Control from the catalogue.'),
	how: text(20, 300).describe('How this pattern meets it, with its thresholds.'),
	enforcedAt: enforcedAtSchema
		.optional()
		.describe('Where it acts in the drawing: a node id, or a flow. Leave it out for a runbook.'),
	codifiedIn: words.codification.schema.describe('Where it is codified.'),
	file: text(3, 120)
		.optional()
		.describe('File or setting where it is set up, as a path in the starter.'),
	evidence: z
		.strictObject({
			kind: words.evidenceKind.schema.describe('Kind of evidence.'),
			source: text(5, 160).describe('Where a reviewer finds it, or what produces it.'),
		})
		.describe('What will prove that it works. The proof itself is a record.'),
});

/** A limit that is looked at again and again, each time on so many cases. */
const overTime = (effect: string) =>
	z.strictObject({
		limit: targetSchema.describe('What is good, in per cent.'),
		cases: z.int().min(1).describe('Cases in each period, such as a week.'),
		periods: z
			.int()
			.min(1)
			.max(52)
			.default(1)
			.describe(`How many periods in a row it must be so before it ${effect}.`),
	});

const metric = z.strictObject({
	metric: ref('metrics').describe('Metric from the catalogue.'),
	part: text(3, 60).optional().describe('Which part, if the metric has two (missed, raised).'),
	baseline: z.number().optional().describe('Value before the pattern, in the unit of the metric.'),
	target: targetSchema.describe('What good looks like.'),
	source: text(5, 120).describe('Report, query or signal that the value is read from.'),
	owner: text(3, 80).optional().describe('Business owner. Needed for business impact.'),
	alert: text(5, 160).optional().describe('When someone is told, and who.'),
	alarm: overTime('raises the alarm')
		.optional()
		.describe('The alert in numbers, for a rate in per cent. The checks say if it can work.'),
});

const evaluation = z.strictObject({
	dataset: text(20, 300).describe(
		'What is in the labelled set, how large it is and how it is renewed.',
	),
	limits: z
		.array(
			z.strictObject({
				dimension: words.evaluationDimension.schema.describe('What is judged.'),
				measure: text(5, 120).describe('What is counted.'),
				unit: text(1, 20).describe('Unit of the limit, such as % or score.'),
				limit: targetSchema.describe('Release limit.'),
				eachGroup: targetSchema
					.optional()
					.describe('Limit for each group, such as each language, if it differs.'),
				cases: z
					.int()
					.min(1)
					.optional()
					.describe('Cases that the limit is tested on. The checks say if they are too few.'),
			}),
		)
		.min(5)
		.describe('Release limits. They must cover the five evaluation dimensions.'),
	knownFailures: z
		.array(text(10, 240))
		.default([])
		.describe('Inputs it gets wrong, and what happens then.'),
});

const incident = z.strictObject({
	summary: text(20, 200).describe('How to switch it off, and what happens to the work then.'),
	switchOff: text(10, 240).describe('The one step that turns it off, and who can take it.'),
	command: text(3, 120).optional().describe('The setting or command itself, to copy.'),
	rollback: text(10, 240).describe('How to go back one version.'),
	contact: ref('teams').describe('Team to call first.'),
	severeWhen: text(10, 240).describe('When it is a severe incident.'),
	triggers: z
		.array(
			z.strictObject({
				when: text(10, 160).describe('What people notice.'),
				severity: words.severity.schema.describe('How fast to act.'),
				first: text(5, 160).describe('First step.'),
				who: text(3, 80).describe('Role that takes this step.'),
			}),
		)
		.min(2)
		.describe('What starts the playbook.'),
});

/** The decision in few words, for the first screen of the page. */
const inShortSchema = z.strictObject({
	use: z
		.array(text(10, 90))
		.length(3)
		.describe('Three reasons to use it, each a short sign that a reader can check.'),
	avoid: z
		.array(
			z.strictObject({
				case: text(10, 90).describe('A short sign that it does not fit.'),
				instead: ref('patterns').optional().describe('Pattern to use instead.'),
			}),
		)
		.length(3)
		.describe(
			'Three reasons not to use it, each with the pattern to use instead, if there is one.',
		),
});

/** What a team needs before it can start. */
const effortSchema = z.strictObject({
	people: text(10, 160).describe('Who is needed, and for how much of their time.'),
	weeks: z
		.strictObject({
			from: z.int().min(1).max(52).describe('Fewest weeks to a first pilot.'),
			to: z.int().min(1).max(104).describe('Most weeks to a first pilot.'),
		})
		.describe('Weeks from the decision to a first pilot.'),
	data: text(10, 200).describe(
		'Data needed to start, with its size: cases to label, sources to prepare.',
	),
	start: text(10, 200).describe(
		'The smallest safe start: one team, a few cases, no effect outside the team.',
	),
});

/** What pattern.mdx holds: what is designed, and what an approval is bound to. */
export const designSchema = z.strictObject({
	title,
	summary,
	version,
	problem: words.problem.schema.describe('The problem it solves. Patterns are grouped by problem.'),
	outcome: words.outcome.schema.describe('The outcome it serves.'),
	techniques: z
		.array(words.technique.schema)
		.min(1)
		.describe('Techniques it combines. Some add required controls.'),
	tier: words.tier.schema
		.optional()
		.describe('Declared tier. Use it only to be stricter than the computed tier.'),
	businessOwner: text(3, 80).describe('Role that is responsible for the outcome.'),
	fit: text(20, 200)
		.describe('Who it is for, in one sentence: the answer of section 1.')
		.meta({ label: 'Who it is for' }),
	useWhen: points(2, 'Signs that it fits. A reader must be able to check each one.'),
	doNotUseWhen: z
		.array(
			z.strictObject({
				case: text(10, 200).describe('Sign that it does not fit.'),
				instead: ref('patterns').optional().describe('Pattern that fits better.'),
			}),
		)
		.min(1)
		.describe('Signs that it does not fit, and what to use instead.'),
	inShort: inShortSchema
		.optional()
		.describe('Reasons for and against in few words, for the first screen of the page.'),
	effort: effortSchema
		.optional()
		.describe('What a team needs to start: people, weeks, data, the smallest safe start.'),
	exposure: exposureSchema.describe('Answers from which the tier is computed.'),
	decidedBy: ref('roles')
		.optional()
		.describe('Role that decides, if the output influences a decision about a person.'),
	agent: agentSchema
		.optional()
		.describe(
			'What limits the agent: its tools, its limits and when it hands over. For the technique agent.',
		),
	architecture: architectureSchema.describe('The drawing as data.'),
	connectors: z.array(connectorUse).min(1).describe('Connectors it uses.'),
	prompts: z
		.array(ref('prompts'))
		.min(1)
		.describe('Prompts in the prompts folder of the pattern, in order of use.'),
	models: z
		.array(ref('models'))
		.min(1)
		.describe('Model aliases that it can run on, preferred first.'),
	risks: z.array(risk).min(1).describe('Risks that must be addressed here.'),
	controls: z.array(control).min(1).describe('Every control it puts in place.'),
	metrics: z.array(metric).min(5).describe('What is measured, in all five dimensions.'),
	evaluation: evaluation.describe('How it is tested before each release.'),
	telemetry: z
		.array(
			z.strictObject({
				field: text(3, 80).describe('Name of the field. Our own names start with the namespace.'),
				type: z.enum(['string', 'number', 'boolean', 'list']).describe('Type of its value.'),
				when: text(5, 160).describe('When it is written.'),
				sensitive: z.boolean().describe('Whether it is redacted first.'),
				keepDays: z.int().min(1).optional().describe('Days it is kept. Needed if it is sensitive.'),
			}),
		)
		.describe('Fields beyond the common contract of content/policy.yaml.'),
	rollout: z
		.array(
			z.strictObject({
				stage: words.stage.schema.describe('Stage.'),
				exit: points(1, 'What must be true to leave it.'),
				gate: z
					.array(
						overTime('passes the gate').extend({
							metric: ref('metrics').describe('Metric to look at, a rate in per cent.'),
						}),
					)
					.optional()
					.describe('Exit criteria in numbers. The checks say if they can decide.'),
			}),
		)
		.min(1)
		.describe('What this pattern asks at each stage, beyond the gates of the policy.'),
	people: z
		.array(
			z.strictObject({
				role: ref('roles').describe('Role whose work changes.'),
				change: text(10, 200).describe('What changes in the work.'),
				practises: text(5, 160).describe('What the person practises on live work.'),
				judges: text(5, 160).describe('What the person learns to judge.'),
				doneWhen: text(5, 160).describe('When the training counts as done.'),
			}),
		)
		.min(1)
		.describe('Who must learn what before it goes live.'),
	incident: incident.describe('How it is stopped and fixed.'),
	decisionRights: z
		.strictObject({
			approvesUseCase: ref('teams').describe('Approves a use case built on it.'),
			ownsData: ref('teams').describe('Owns the data it uses.'),
			monitorsQuality: ref('teams').describe('Watches the quality of its output.'),
			respondsToFailure: ref('teams').describe('Responds when it fails.'),
		})
		.describe('The four decision rights, each with a team.'),
	related: z
		.array(
			z.strictObject({
				pattern: ref('patterns').describe('Other pattern.'),
				why: text(10, 200).describe('When to read it, or how it combines.'),
			}),
		)
		.default([])
		.describe('Patterns that combine with it or are confused with it.'),
	waivers: z
		.array(waiverSchema)
		.default([])
		.describe('Rules and controls that are waived until a date, each with what replaces it.'),
});
export type Design = z.output<typeof designSchema>;

/** A pattern as everything reads it: its design, with the upkeep of its register. */
export const patternSchema = designSchema.extend(upkeep);
export type Pattern = z.output<typeof patternSchema>;

/** Name of the skill that finds patterns; clients install it beside those of the patterns. */
export const CATALOGUE_SKILL = 'ai-pattern-catalogue';

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	row('tier.computed', 'raised', 'major', 'More controls, seats and reviews apply.'),
	row('tier.computed', 'lowered', 'minor', 'Fewer duties apply.'),
	row('controls.*', 'added', 'major', 'Teams must put it in place.'),
	row('controls', ANY, 'minor', 'Teams meet it in another way from their next release.'),
	row('connectors.*', 'removed', 'major', 'Teams must stop using it.'),
	row('connectors.*', 'added', 'minor', 'Teams can ask for access to it.'),
	row('connectors.*.access', 'lowered', 'major', 'What teams do now is no longer allowed.'),
	row('connectors.*.data', 'lowered', 'major', LESS_DATA),
	row('connectors', ANY, 'minor', 'Teams can do more through it.'),
	row('models.*', 'removed', 'major', 'Teams must move to another model.'),
	row('models', [...ANY, 'reordered'], 'minor', 'Teams can use another model.'),
	row('prompts.*', 'removed', 'major', 'Teams must do without it.'),
	row('prompts.*', 'added', 'minor', 'Teams can use it.'),
	row('architecture.fixedByApproval.*', 'added', 'major', 'Teams may have changed it.'),
	row('architecture.yoursToChange.*', 'removed', 'major', 'Teams may have changed it.'),
	row('telemetry.*', 'removed', 'major', REPORTS_BREAK),
	row('telemetry.*.type', ANY, 'major', REPORTS_BREAK),
	row('waivers.*', 'removed', 'major', 'What was waived must be met again.'),
	row('incident.command', ANY, 'major', 'Runbooks contain the old command.'),
	...['nodes', 'flows'].map((list) =>
		row(`architecture.${list}.*`, COMES, 'minor', 'The design changes.'),
	),
	...['nodes.*.connector', 'nodes.*.prompt', 'nodes.*.layer', 'flows.*.data'].map((field) =>
		row(`architecture.${field}`, ANY, 'minor', 'The design changes.'),
	),
	...['*.likelihood', '*.impact', '*.mitigatedBy', '*.accepted'].map((field) =>
		row(`risks.${field}`, ANY, 'minor', 'The risk is rated or addressed again.'),
	),
	row('risks.*', COMES, 'minor', 'Teams must look at the risk in their own use.'),
	row('metrics.*', COMES, 'minor', 'Teams must measure it from their next release.'),
	...['metrics.*.target', 'evaluation.limits', 'rollout', 'techniques', 'stage'].map((field) =>
		row(field, ANY, 'minor', NEXT_RELEASE),
	),
	...['telemetry', 'waivers', 'incident', 'exposure', 'decisionRights', 'successor'].map((field) =>
		row(field, ANY, 'minor', NEXT_RELEASE),
	),
];

export const patterns = defineCollection({
	approval: { by: 'tier', upkeep: [] },
	file: 'patterns/{id}/pattern.mdx',
	format: 'mdx',
	taken: new Map([[CATALOGUE_SKILL, 'the skill of the catalogue']]),
	schema: patternSchema,
	breaking,
	written: designSchema,
	singular: 'pattern',
	plural: 'patterns',
	about:
		'A standard way to solve a common problem with AI, with its controls, prompts and measures.',
	pages: true,
	nav: { header: 1, footer: 'use', label: 'All patterns' },
	counted: true,
	groupBy: false,
	standalone: true,
});
