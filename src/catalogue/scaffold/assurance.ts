/** Controls and risks of a new pattern, with what their entries say as comments for the writer. */
import { patternSchema } from '#schemas/pattern.ts';
import { evidenceKind, type Tier } from '#schemas/vocabularies.ts';
import { atLeast } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fill, fillField } from '../model/marker.ts';
import { explained, type Sketch } from './sketch.ts';

/** A control as it stands in a pattern, with what it demands above it. */
export function sketchControl(
	{ id, data }: Entry<'controls'>,
	enforcedAt: string | undefined,
	tier: Tier,
): Sketch {
	const evidence = data.evidence.find(({ from }) => atLeast(tier, from)) ?? data.evidence[0];
	const scale = data.byTier[tier];
	return explained(
		{
			control: id,
			how: fill(
				'How this pattern meets it, with its thresholds. The requirements are listed above',
			),
			enforcedAt,
			codifiedIn: data.codifiedIn,
			// A runbook is read by people, wherever it is kept; the rest is code that somebody must find.
			file:
				data.codifiedIn === 'runbook'
					? undefined
					: fillField(patternSchema, ['controls', 0, 'file']),
			evidence: {
				kind: evidence?.kind ?? evidenceKind.values[0],
				source: fill(`Where a reviewer finds it. Usual: ${evidence?.what ?? ''}`, 150),
			},
		},
		`${data.title}.`,
		...data.demands.map(({ name, text }) => `- ${name}: ${text}`),
		...(scale ? [`- At ${tier} tier: ${scale}`] : []),
	);
}

/** Every risk that one of the controls mitigates, but for those the policy treats for all. */
export function risksOf(controls: readonly Entry<'controls'>[], catalogue: Catalogue): string[] {
	const treated = new Set(catalogue.policy.portfolioRisks.map(({ risk }) => risk));
	const counts = new Map<string, number>();
	for (const risk of controls.flatMap(({ data }) => data.mitigates)) {
		if (catalogue.risks.has(risk) && !treated.has(risk)) {
			counts.set(risk, (counts.get(risk) ?? 0) + 1);
		}
	}
	// The best answered first: they are those the tier is about.
	return [...counts].sort(([, a], [, b]) => b - a).map(([risk]) => risk);
}

/** A risk as it stands in a pattern, with its usual rating and all controls that answer it. */
export function sketchRisk(
	id: string,
	controls: readonly Entry<'controls'>[],
	tier: Tier,
	{ risks }: Catalogue,
): Sketch {
	const risk = risks.get(id)?.data;
	const rating = risk?.rating[tier];
	return explained(
		{
			risk: id,
			scenario: fill('How it shows in this pattern, as a scene that a reader can picture'),
			likelihood: rating?.likelihood ?? 'possible',
			impact: rating?.impact ?? 'moderate',
			mitigatedBy: controls
				.filter(({ data }) => data.mitigates.includes(id))
				.map((control) => control.id),
			residual: fill('The risk that remains after the controls, in plain words'),
		},
		`${risk?.title ?? id}: ${risk?.summary ?? ''} Its usual rating at ${tier} tier; correct it.`,
	);
}
