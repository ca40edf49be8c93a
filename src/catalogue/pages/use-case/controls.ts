/** Section 4: the state of each control, and the evidence pack. What is not proven comes first. */
import type { CatalogueRecord } from '#schemas/record.ts';
import { drill, evidenceKind, type ProofState } from '#schemas/vocabularies.ts';
import { isHeld } from '../../judge/evidence/item.ts';
import { hasPack, packOf } from '../../judge/evidence/pack.ts';
import type { Kept } from '../../judge/records/kept.ts';
import { type ControlProof, proofCounts, proofsOf } from '../../judge/records/proof.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { shortDay } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';
import {
	type Block,
	link,
	quiet,
	strong,
	sub,
	type TableBlock,
	table,
	text,
	type Words,
} from '../blocks.ts';
import { linkById } from '../citing.ts';
import { runPath } from '../evaluation/runs.ts';
import { evidenceMark } from '../evidence/items.ts';
import { packPath } from '../evidence/paths.ts';
import type { Section } from '../page.ts';
import { restWords } from '../portfolio/four.ts';
import { PROOF_COLUMNS, proofMark } from '../verdicts.ts';

type UseCase = Entry<'use-cases'>;

/** What somebody must act on first. */
const ORDER: Record<ProofState, number> = { lapsed: 0, planned: 1, built: 2, waived: 3, proven: 4 };

export function controlsSection(entry: UseCase, catalogue: Catalogue): Section {
	const counts = proofCounts(entry, catalogue);
	const all = [...proofsOf(entry, catalogue).values()].sort(
		(a, b) => Number(b.required) - Number(a.required) || ORDER[a.state] - ORDER[b.state],
	);
	const open = all.filter(({ state }) => state !== 'proven');
	const proven = all.filter(({ state }) => state === 'proven');
	const chosen = all.filter(({ required }) => !required).length;
	return {
		id: 'controls',
		title: 'Controls',
		answer: [
			`${counts.proven} of the ${countOf(counts.required, 'required control')} ${counts.proven === 1 ? 'is' : 'are'} proven. ${restWords(counts)}.`,
			chosen > 0 && ` The team has ${chosen} more by choice.`,
		],
		blocks: [
			...(open.length > 0
				? [controlTable('Controls that are not proven', open, entry, catalogue)]
				: []),
			...(proven.length > 0
				? [
						{
							kind: 'group' as const,
							id: 'proven',
							title: 'Proven controls',
							fold: 'closed' as const,
							end: `${proven.length}, with dated records`,
							blocks: [controlTable('Proven controls', proven, entry, catalogue)],
						},
					]
				: []),
			evidencePack(entry, catalogue),
		],
	};
}

function controlTable(
	name: string,
	proofs: readonly ControlProof[],
	entry: UseCase,
	catalogue: Catalogue,
): TableBlock {
	return table(
		name,
		PROOF_COLUMNS,
		proofs.map((proof) => rowOf(proof, entry, catalogue)),
		{ look: 'use-controls' },
	);
}

function rowOf(proof: ControlProof, entry: UseCase, catalogue: Catalogue): Words[] {
	const { control, state, required, record, goodUntil, waivedUntil } = proof;
	const { title, path } = linkById('controls', control, catalogue);
	const plan = entry.data.plans.find((one) => one.control === control);
	const waiver = entry.data.waivers.find((one) => 'control' in one && one.control === control);
	const shown: Words =
		state === 'waived' && waiver
			? [`${waiver.compensatedBy} `, link('See the waiver', '#waivers')]
			: record
				? recordWords(record, catalogue)
				: quiet('Nothing yet');
	return [
		[link(title, path), !required && sub('Added by the team, not required at this tier')],
		proofMark(state),
		[
			shown,
			plan &&
				state !== 'proven' &&
				sub([strong('Do next: '), plan.next.replace(/\.$/, ''), `, by ${shortDay(plan.by)}`]),
		],
		record
			? shortDay(record.record.on)
			: waiver && state === 'waived'
				? shortDay(waiver.granted)
				: '–',
		state === 'waived' && waivedUntil
			? shortDay(waivedUntil)
			: goodUntil
				? shortDay(goodUntil)
				: '–',
		record ? record.record.by : (plan?.who ?? waiver?.by ?? '–'),
	];
}

/** A record in a few words; a run leads to its page. */
function recordWords({ record, place }: Kept, catalogue: Catalogue): Words {
	const of = { collection: place.collection, id: place.subject };
	return said(record, (run) => runPath(of, run), catalogue);
}

function said(
	record: CatalogueRecord,
	pathOf: (run: number) => string,
	catalogue: Catalogue,
): Words {
	switch (record.kind) {
		case 'evidence':
			return record.url ? link(record.what, record.url) : record.what;
		case 'drill':
			return `${drill.label(record.what)} drill: ${formatNumber(record.minutes)} minutes`;
		case 'evaluation':
			return [
				link(`Evaluation run ${record.run}`, pathOf(record.run)),
				`, ${countOf(record.dataset.size, 'case')}`,
			];
		case 'training': {
			const role = linkById('roles', record.role, catalogue);
			return [link(role.title, role.path), `: ${record.trained} of ${record.people} trained`];
		}
		case 'build':
			return `${countOf(record.passed, 'test passes', 'tests pass')} in the starter`;
		default:
			return record.source;
	}
}

/** What a reviewer asks for at this tier, what is not held first; the pack has a page of its own. */
function evidencePack(entry: UseCase, catalogue: Catalogue): Block {
	const pack = packOf(entry, catalogue);
	const items = pack?.items ?? [];
	return {
		kind: 'group',
		id: 'evidence',
		title: 'Evidence pack',
		fold: 'closed',
		end: `${pack?.held ?? 0} of ${items.length} items held`,
		blocks: [
			...(pack && hasPack(entry, catalogue)
				? [text(link('The evidence pack, to read and to download', packPath(entry)))]
				: []),
			table(
				'Items of the evidence pack that the tier requires',
				['Item', { label: 'State', state: true }, 'What is held', { label: 'Dated', whole: true }],
				[...items]
					.sort((a, b) => Number(isHeld(a)) - Number(isHeld(b)))
					.map(({ item, state, what, dated }) => [
						[item.item, item.kind && sub(evidenceKind.label(item.kind))],
						evidenceMark(state),
						what,
						dated ? shortDay(dated) : '–',
					]),
			),
		],
	};
}
