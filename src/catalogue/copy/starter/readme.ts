/** README.md of a starter: the template of the base, filled with the facts of the pattern. */

import { councilSeat, evidenceKind, status, tier as tiers } from '#schemas/vocabularies.ts';
import type { ControlRow } from '../../judge/starter/overlay.ts';
import type { README_SLOTS } from '../../judge/starter/places.ts';
import { computeTier, demandWords, NO_REASON, requiredControls, tierOf } from '../../judge/tier.ts';
import type { SiteUrl } from '../../model/address.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { titleById } from '../../model/title.ts';
import {
	bare,
	code,
	type Inline,
	joined,
	list,
	type Markdown,
	md,
	show,
} from '../../print/markdown/write.ts';

type Pattern = Entry<'patterns'>;
type Control = Pattern['data']['controls'][number];

/** What the template is filled from, beside the pattern. */
export interface Parts {
	rows: readonly ControlRow[];
	template: string;
	url: SiteUrl;
}

/** Fills the template with facts that stay text, whatever they hold. */
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
	const slots: Record<(typeof README_SLOTS)[number], Inline> = {
		title: data.title,
		summary: data.summary,
		version: data.version,
		catalogue: organisation.catalogue,
		page: bare(url(`/patterns/${id}/`)),
		status: status.label(data.status),
		statusMeans: status.terms[data.status].meaning,
		model: data.models[0] ?? '',
		yours: list(yoursToChange),
		fixed: list(fixedByApproval),
		contact: organisation.contact,
		tier: tiers.label(tier),
		reasons: reasons.join(' ') || NO_REASON,
		months: policy.reviewMonths[tier],
		seats: policy.approval.seats[tier].map((seat) => councilSeat.label(seat)).join(', '),
		obligations: obligations(pattern, catalogue, rows),
		incident: data.incident.summary,
	};
	const filled = new Map<string, Inline>(Object.entries(slots));
	// A slot that nothing fills is a finding of `starter-files`.
	return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => show(filled.get(name) ?? ''));
}

/** Every control that is required or put in place, with where it is and how to prove it. */
function obligations(
	{ data }: Pattern,
	catalogue: Catalogue,
	rows: readonly ControlRow[],
): Markdown {
	const required = requiredControls(data, catalogue.policy);
	const reasons = new Map(required.map((one) => [one.control, demandWords(one)]));
	const placed = new Map(data.controls.map((control) => [control.control, control]));
	const ids = [...new Set([...reasons.keys(), ...placed.keys()])];
	return list(
		ids.map((id) => {
			const why = reasons.get(id) ?? 'Added by the pattern.';
			const head = md`[ ] **${titleById('controls', id, catalogue)}** (${code(id)}). ${why}`;
			const control = placed.get(id);
			const module = rows.find((row) => row.control === id)?.module;
			return joined([head, control ? proof(control, module) : waived(id, data)], '\n');
		}),
	);
}

function proof(control: Control, module: string | undefined): Markdown {
	const { how, enforcedAt, file, evidence } = control;
	const place =
		typeof enforcedAt === 'object' ? `${enforcedAt.from} to ${enforcedAt.to}` : enforcedAt;
	const where = joined([
		place && md`node ${code(place)}`,
		file && code(file),
		module && module !== file && code(module),
	]);
	return list([
		md`How: ${how}`,
		where.markdown && md`Where: ${where}`,
		module && md`Prove: ${code(`npm run prove -- ${control.control}`)}`,
		md`Evidence: ${evidenceKind.label(evidence.kind)}. ${evidence.source}`,
	]);
}

/** A required control that is missing: what is used instead, or that nothing is. */
function waived(id: string, { waivers }: Pattern['data']): Markdown {
	const found = waivers.some((waiver) => 'control' in waiver && waiver.control === id);
	return list([found ? 'Waived until a date: see the page of the pattern.' : 'Not in place yet.']);
}
