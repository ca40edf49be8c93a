/** README.md of a starter: the template of the base, filled with the facts of the pattern. */

import { z } from 'zod';
import { councilSeat, evidenceKind, status, tier as tiers } from '#schemas/vocabularies.ts';
import { computeTier, demandWords, requiredControls, tierOf } from '../../judge/tier.ts';
import type { SiteUrl } from '../../model/address.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { titleOf } from './evidence.ts';

type Pattern = Entry<'patterns'>;
type Control = Pattern['data']['controls'][number];

const rowsSchema = z.array(
	z.looseObject({ control: z.string(), module: z.string(), file: z.string().optional() }),
);
/** A row of controls.json: which code is the control. */
export type ControlRow = z.output<typeof rowsSchema>[number];

/** The rows of an overlay's control table. */
export const controlRows = (json: string): ControlRow[] => rowsSchema.parse(JSON.parse(json));

interface Parts {
	rows: readonly ControlRow[];
	template: string;
	url: SiteUrl;
}

/** Fills the template. @throws Error for a slot nobody fills, so that none reaches a team. */
export function readme(
	pattern: Pattern,
	catalogue: Catalogue,
	{ rows, template, url }: Parts,
): string {
	const { data, id } = pattern;
	const { policy, organisation } = catalogue;
	const tier = tierOf(data, policy);
	const { reasons } = computeTier(data, policy);
	const { yoursToChange, fixedByApproval } = data.architecture;
	const slots = new Map([
		['title', data.title],
		['summary', data.summary],
		['version', data.version],
		['catalogue', organisation.catalogue],
		['page', url(`/patterns/${id}/`)],
		['status', status.label(data.status)],
		['statusMeans', status.terms[data.status].meaning],
		['model', data.models[0] ?? ''],
		['yours', list(yoursToChange)],
		['fixed', list(fixedByApproval)],
		['contact', organisation.contact],
		['tier', tiers.label(tier)],
		['reasons', reasons.join(' ') || 'No answer raises it.'],
		['months', String(policy.reviewMonths[tier])],
		['seats', policy.approval.seats[tier].map((seat) => councilSeat.label(seat)).join(', ')],
		['obligations', obligations(pattern, catalogue, rows)],
		['incident', data.incident.summary],
	]);
	return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
		const value = slots.get(name);
		if (value === undefined) throw new Error(`README.template.md has an unknown slot "${name}".`);
		return value;
	});
}

const list = (points: readonly string[]) => points.map((point) => `- ${point}`).join('\n');

/** Every control that is demanded or put in place, with where it is and how to prove it. */
function obligations({ data }: Pattern, catalogue: Catalogue, rows: readonly ControlRow[]): string {
	const required = requiredControls(data, catalogue.policy);
	const demanded = new Map(required.map((one) => [one.control, demandWords(one)]));
	const placed = new Map(data.controls.map((control) => [control.control, control]));
	const ids = [...new Set([...demanded.keys(), ...placed.keys()])];
	return ids
		.map((id) => {
			const title = titleOf(id, catalogue);
			const why = demanded.get(id) ?? 'Added by the pattern.';
			const head = `- [ ] **${title}** (\`${id}\`). ${why}`;
			const control = placed.get(id);
			const module = rows.find((row) => row.control === id)?.module;
			return [head, ...(control ? proofLines(control, module) : waived(id, data))].join('\n');
		})
		.join('\n');
}

function proofLines(control: Control, module: string | undefined): string[] {
	const { how, enforcedAt, file, evidence } = control;
	const place =
		typeof enforcedAt === 'object' ? `${enforcedAt.from} to ${enforcedAt.to}` : enforcedAt;
	const where = [
		...(place ? [`node \`${place}\``] : []),
		...(file ? [`\`${file}\``] : []),
		...(module && module !== file ? [`\`${module}\``] : []),
	];
	return [
		`    - How: ${how}`,
		...(where.length > 0 ? [`    - Where: ${where.join(', ')}`] : []),
		...(module ? [`    - Prove: \`npm run prove -- ${control.control}\``] : []),
		`    - Evidence: ${evidenceKind.label(evidence.kind)}. ${evidence.source}`,
	];
}

/** A demanded control that is not there: what stands in for it, or that nothing does. */
function waived(id: string, { waivers }: Pattern['data']): string[] {
	const found = waivers.some((waiver) => 'control' in waiver && waiver.control === id);
	return [
		found ? '    - Waived for a time; see the page of the pattern.' : '    - Not in place yet.',
	];
}
