/** The governance council's page: tiers, baselines, cadences and gates as data. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { conditionSchema } from './exposure.ts';
import { counted, date, frameworks, once, owner, ownId, ref, text, version } from './fields.ts';
import { maturityPolicy } from './maturity.ts';
import { queuePolicy } from './queue.ts';
import * as words from './vocabularies.ts';
import { ANY, REPORTS_BREAK, row, type Weighing } from './weighing.ts';

const because = text(5, 120).describe('Reason in words, shown to the reader.');
const byTier = <Schema extends z.ZodType>(schema: Schema) =>
	z.strictObject({ low: schema, medium: schema, high: schema });

const evaluationDimensions = z.array(words.evaluationDimension.schema);

/** Checks of a gate that compare a count with a number. */
const COUNTING: readonly words.GateCheck[] = ['live-uses', 'teams-reuse'];

export const policySchema = z.strictObject({
	version,
	owner,
	reviewed: date.describe('Day the council last confirmed it.'),
	tiers: z
		.array(
			z.strictObject({
				tier: words.tier.schema.describe('Tier that follows.'),
				when: conditionSchema.describe('Condition over the exposure of the pattern.'),
				because,
			}),
		)
		.min(1)
		.describe(
			'Reasons for a tier. The highest tier with a reason that applies counts. If none applies, the tier is low.',
		),
	baselines: byTier(z.array(ref('controls'))).describe(
		'Controls that each tier adds. A tier includes the controls of the tiers below it.',
	),
	conditions: z
		.array(
			z.strictObject({
				when: conditionSchema.describe('Condition over the exposure of the pattern.'),
				because,
				controls: z.array(ref('controls')).min(1).describe('Controls it adds.'),
			}),
		)
		.describe('Controls that a property of the pattern adds, at any tier.'),
	highTier: z
		.strictObject({
			controls: z.array(ref('controls')).min(1).describe('Controls that cannot be waived.'),
			gate: ref('controls').describe('Control through which every action passes.'),
			actions: z.array(words.access.schema).min(1).describe('Access that counts as an action.'),
		})
		.describe('What a high-tier pattern must always have, whatever its baseline says.'),
	personDecision: z
		.strictObject({
			controls: z.array(ref('controls')).min(1).describe('Controls it needs.'),
			waivable: z.array(ref('controls')).describe('Those of them that can be waived.'),
		})
		.describe('What a pattern needs if its output influences a decision about a person.'),
	evidenceFrom: z
		.strictObject({
			controls: words.stage.schema.describe('Stage from which controls show dated evidence.'),
			baselines: words.stage.schema.describe('Stage from which business impact has a baseline.'),
			training: words.stage.schema.describe('Stage from which every role is trained.'),
		})
		.describe('When a pattern must start to show evidence, by stage.'),
	training: z.array(words.trainingTopic.schema).min(1).describe('What every training covers.'),
	evaluation: z
		.strictObject({
			always: evaluationDimensions.describe('Dimensions that every evaluation covers.'),
			sensitive: evaluationDimensions.describe(
				'Further dimensions at high tier and for a decision about a person.',
			),
			sensitiveMetrics: z.array(ref('metrics')).describe('Metrics that these patterns must have.'),
			staleErrorAfterDays: z
				.int()
				.min(0)
				.max(90)
				.describe('Days after a model changes for which an older run is only a warning.'),
			power: z
				.strictObject({
					assumedShare: z
						.number()
						.gt(0)
						.lt(100)
						.describe(
							'Errors that a good pattern is assumed to make, as a percentage of those that a limit allows. The number of cases is worked out for this rate.',
						),
					chance: z
						.number()
						.min(50)
						.lt(100)
						.describe('How often, in per cent, a good pattern must get the verdict "Met".'),
					worseBy: z
						.number()
						.gt(0)
						.max(1000)
						.describe(
							'How much worse than its limit, in per cent, a bad pattern is assumed to be.',
						),
					mayPass: z
						.number()
						.gt(0)
						.max(50)
						.describe('How often, in per cent, a bad pattern can look good by chance.'),
				})
				.describe('How sure a limit, an alarm or a gate must be.'),
		})
		.describe('What an evaluation covers.'),
	proof: z
		.strictObject({
			evaluation: z
				.array(ref('controls'))
				.describe('Controls that are proven by an evaluation run that passes.'),
			training: z.array(ref('controls')).describe('Controls that are proven by finished training.'),
		})
		.describe('Records that prove a control without naming it.'),
	incidents: z
		.strictObject({
			severities: once(
				z
					.array(
						z.strictObject({
							severity: words.severity.schema.describe('Severity.'),
							means: text(10, 240).describe(
								'What counts as this severity, and what to do at once.',
							),
							containMinutes: z.int().min(1).describe('Minutes within which it must be contained.'),
							stopsGates: z
								.boolean()
								.describe('Whether an open incident stops a use from entering the next stage.'),
						}),
					)
					.length(words.severity.values.length),
				'severity',
				'Write each severity once.',
			).describe('Each severity, once.'),
			duties: once(
				z.array(
					z.strictObject({
						id: ownId('an id').describe('Id that incidents use.'),
						duty: text(5, 120).describe('Who must be told, as people say it.'),
						from: text(5, 160).describe('Law or rule that it comes from.'),
						hours: z.int().min(1).describe('Hours from the moment the incident became known.'),
						severities: z
							.array(words.severity.schema)
							.min(1)
							.describe('Severities it can apply to.'),
					}),
				),
				'id',
				'Give each duty a different id.',
			).describe('Who must be told, and how quickly.'),
			metric: ref('metrics')
				.optional()
				.describe('Metric that counts incidents if a month has no recorded value.'),
		})
		.describe('How incidents are graded, and who must be told.'),
	flags: z
		.strictObject({
			waiverDays: z.int().min(1).describe('Days before the end of a waiver.'),
			modelDays: z.int().min(1).describe('Days before a model retires.'),
			valueMonths: z
				.int()
				.min(1)
				.describe('Months after which the latest value of a measure is too old to use.'),
			tooEarlyMonths: z
				.int()
				.min(0)
				.describe(
					'Months after going live in which a measure is "Too early" rather than "Not measured".',
				),
		})
		.describe('When the portfolio raises a red flag.'),
	queue: queuePolicy,
	maturity: maturityPolicy,
	reviewMonths: byTier(z.int().min(1).max(36))
		.describe('Months between full reviews, by tier.')
		.meta({ label: 'Months between reviews' }),
	overdue: z
		.strictObject({
			errorAfterDays: z
				.int()
				.min(0)
				.max(366)
				.describe('Days overdue for which there is only a warning.'),
			errorFrom: words.tier.schema.describe('Lowest tier at which it is an error after that.'),
		})
		.describe('When an overdue review becomes an error.'),
	models: z
		.strictObject({
			retirementWarnDays: z.int().min(1).max(366).describe('Days of warning before the end.'),
			errorAfterDays: z
				.int()
				.min(0)
				.max(90)
				.describe('Days after the end for which a pattern can still use it, with a warning.'),
			mostOnOneSupplier: z
				.int()
				.min(1)
				.max(100)
				.describe(
					'Highest percentage of high-tier patterns that can depend on one supplier without a fallback.',
				),
		})
		.describe('How the models behind patterns are watched.'),
	approval: z
		.strictObject({
			seats: byTier(z.array(words.councilSeat.schema).min(1)).describe(
				'Seats of the council that must each approve a pattern, by tier.',
			),
			parts: z
				.strictObject({
					controls: z.array(words.councilSeat.schema).min(1).describe('For a control.'),
					connectors: z.array(words.councilSeat.schema).min(1).describe('For a connector.'),
					models: z.array(words.councilSeat.schema).min(1).describe('For a model.'),
				})
				.describe('Seats that must each approve a part that patterns rely on.'),
			replacing: z
				.array(words.councilSeat.schema)
				.describe(
					'Further seats for a pattern whose starter replaces a file of the common starter, such as a control.',
				),
			quorum: z
				.int()
				.min(1)
				.max(7)
				.describe(
					'How many members of the old roster, each in a different seat, must sign a new roster or policy.',
				),
			signedFrom: words.tier.schema.describe('Lowest tier at which an approval must be signed.'),
			unsigned: text(3, 60).describe('What pages call an unsigned approval at a lower tier.'),
			voids: z
				.array(words.reliedKind.schema)
				.describe('Parts that end the approval of a pattern if they change later.'),
			partsGraceDays: z
				.int()
				.min(0)
				.max(366)
				.describe('Days for which an approved pattern can rely on a part that is not approved.'),
			landingDays: z
				.int()
				.min(1)
				.max(90)
				.describe('Most days between a signature and the day it reaches the main branch.'),
		})
		.describe('Who approves.'),
	waivers: z
		.strictObject({
			maxDays: byTier(z.int().min(1).max(366))
				.describe('How long a waiver can last, by tier.')
				.meta({ label: 'Longest waiver in days' }),
			neverRules: z.array(text(3, 60)).describe('Rules that cannot be waived.'),
			neverControls: z.array(ref('controls')).describe('Controls that cannot be waived.'),
			neverControlsAt: byTier(z.array(ref('controls'))).describe(
				'Further controls that cannot be waived, by tier.',
			),
		})
		.describe('What can be waived, and for how long.'),
	prompts: z
		.strictObject({
			abstainFrom: words.tier.schema.describe(
				'Lowest tier at which every prompt must let the model decline to answer.',
			),
			attackCases: byTier(z.int().min(1).max(1000))
				.optional()
				.describe('Injection cases of each prompt that untrusted text reaches, by tier.'),
		})
		.describe('What prompts must do, by tier.'),
	language: z
		.strictObject({
			acronyms: z
				.record(z.string().regex(/^[A-Z][A-Z0-9]+$/), text(3, 80))
				.describe('Abbreviations that every reader knows, with their long forms.'),
		})
		.describe('Our vocabulary. An entry must explain every abbreviation that is not listed here.'),
	coreMetrics: z.array(ref('metrics')).min(1).describe('Metrics that every pattern must have.'),
	portfolioRisks: once(
		z.array(
			z.strictObject({
				risk: ref('risks').describe('Risk handled centrally for all patterns.'),
				treatedBy: text(10, 200).describe('How and where it is handled.'),
			}),
		),
		'risk',
		'Delete or merge one of the two.',
	).describe('Risks that a pattern does not have to list.'),
	stages: once(
		z
			.array(
				z.strictObject({
					stage: words.stage.schema.describe('Stage.'),
					objective: text(5, 120).describe('What the stage is for.'),
					governance: text(5, 120).describe('Level of governance.'),
					metrics: text(5, 120).describe('Typical metrics.'),
					operating: text(5, 120).describe('Operating pattern.'),
					gate: z
						.array(
							counted(
								z.strictObject({
									criterion: text(5, 200).describe('What must be true.'),
									check: words.gateCheck.schema
										.optional()
										.describe(
											'How the catalogue works it out. Leave it out if a person must record it.',
										),
									atLeast: z
										.int()
										.min(1)
										.optional()
										.describe('How many are enough. Only checks that count need it.'),
								}),
								COUNTING,
								'must',
							),
						)
						.min(1)
						.describe('What must be true to enter it.'),
				}),
			)
			.length(5),
		'stage',
		'Write each stage once, in order.',
	).describe('The five scaling stages and the gates between them.'),
	telemetry: z
		.strictObject({
			namespace: text(2, 20).describe('Prefix of our own field names.'),
			signals: z
				.array(
					z.strictObject({
						what: text(3, 60).describe('What you must know about every production call.'),
						subject: words.telemetrySubject.schema.describe('Which of the subjects it records.'),
						fields: z.array(text(3, 80)).min(1).describe('Names of the fields.'),
						sensitive: z.boolean().describe('Whether it is redacted before it is kept.'),
						keepDays: z.int().min(1).describe('Days it is kept.'),
					}),
				)
				.min(7)
				.describe('The signals of the contract.'),
			mandatory: z
				.array(words.telemetrySubject.schema)
				.min(1)
				.describe('Subjects the contract must record.'),
			sensitiveControls: z
				.array(ref('controls'))
				.min(1)
				.describe('Controls that redact sensitive fields and delete them in time.'),
			annexIIIDays: z
				.int()
				.min(1)
				.describe('Fewest days that logs are kept if an Annex III area is set.'),
			mostDays: z.int().min(1).describe('Most days that any field is kept.'),
		})
		.describe('The telemetry contract for every pattern.'),
	publicHosts: z
		.array(
			z.string().regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, {
				error: (issue) => `"${issue.input}" is not the name of a host, such as spdx.org.`,
			}),
		)
		.default([])
		.describe(
			'Hosts that prompts and cases can name, because they are public or are only names of formats, such as spdx.org.',
		),
	evidencePack: once(
		z
			.array(
				z
					.strictObject({
						item: text(5, 120).describe('Item of the pack.'),
						kind: words.evidenceKind.schema.optional().describe('Kind of evidence.'),
						from: words.tier.schema.describe('Lowest tier that needs it.'),
						onlyIf: text(5, 120).optional().describe('When it is needed, if not always.'),
						when: z
							.array(conditionSchema)
							.min(1)
							.optional()
							.describe(
								'The same as conditions on the exposure. It is needed if one of them applies. Without conditions, a person decides.',
							),
						check: words.evidenceCheck.schema
							.optional()
							.describe(
								'How the catalogue finds it. Leave it out if a record of its kind must show it.',
							),
						control: ref('controls')
							.optional()
							.describe('Control whose plan in a use case says who supplies it, and by when.'),
						also: z
							.array(ref('controls'))
							.min(1)
							.optional()
							.describe('Further controls that must be proven for the item to be held.'),
						suppliedBy: words.evidenceSupplier.schema
							.optional()
							.describe('Who supplies it if nobody has planned it; the owner unless you say so.'),
						goodForMonths: z
							.int()
							.min(1)
							.max(36)
							.optional()
							.describe(
								'Months for which a record counts. The default is the review interval of the tier.',
							),
						frameworks,
					})
					.refine(({ kind, check }) => kind !== undefined || check !== undefined, {
						error: 'has nothing that shows it. Add `check` or `kind`.',
						path: ['check'],
					}),
			)
			.min(1),
		'item',
		'Give each item a different name.',
	).describe('What a reviewer asks for, by tier.'),
});
export type Policy = z.output<typeof policySchema>;

/** What a change asks of teams that use it. */
const breaking: readonly Weighing[] = [
	row('tiers', ['added', 'changed'], 'major', 'Patterns may change their tier.'),
	row('baselines', 'added', 'major', 'Patterns of the tier must have it.'),
	row('conditions', ['added', 'changed'], 'major', 'Patterns may need further controls.'),
	row('reviewMonths', 'lowered', 'major', 'Reviews are due earlier.'),
	row('approval', 'added', 'major', 'A further seat must approve.'),
	row('waivers.maxDays', 'lowered', 'major', 'Waivers end earlier.'),
	row('waivers', 'added', 'major', 'It can no longer be waived.'),
	row('coreMetrics', 'added', 'major', 'Every pattern must have it.'),
	row('telemetry', 'added', 'major', 'Every pattern must write it.'),
	row('telemetry', ['removed', 'changed'], 'major', REPORTS_BREAK),
	row('evidencePack', 'added', 'major', 'A reviewer asks for more.'),
	...'tiers baselines conditions reviewMonths approval waivers coreMetrics telemetry evidencePack stages portfolioRisks publicHosts queue maturity'
		.split(' ')
		.map((field) => row(field, ANY, 'minor', 'Less is required, or the same in another way.')),
];

export const policy = defineCollection({
	file: 'content/policy.yaml',
	format: 'yaml',
	schema: policySchema,
	breaking,
	singular: 'policy',
	plural: 'policy',
	about: "The governance council's page: tiers, baselines, cadences, gates.",
	pages: false,
	standalone: true,
	defines: { duties: (data) => data.incidents.duties.map(({ id }) => id) },
});
