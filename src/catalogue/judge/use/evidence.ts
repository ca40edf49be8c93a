/** The evidence pack of a use case: which items of the policy are held, each by what. */
import type { Policy } from '#schemas/policy.ts';
import type { EvidenceKind } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { counts } from '../records/binding.ts';
import { countingRun } from '../records/evaluation.ts';
import { type Kept, patternBehind, recordsOf, type Subject } from '../records/kept.ts';
import { subjectTier } from '../records/proof.ts';
import { atLeast } from '../tier.ts';

export interface EvidenceItem {
	item: Policy['evidencePack'][number];
	held: boolean;
	record: Kept | undefined;
}

/** Kinds that the catalogue holds itself: it has the history of prompts and models, and the mapping. */
const OWN: ReadonlySet<EvidenceKind> = new Set([
	'control-mapping',
	'model-history',
	'prompt-history',
]);

/** The items of the pack that the tier requires. Items "only if" are asked where a record exists. */
export function evidenceItems(useCase: Entry<'use-cases'>, catalogue: Catalogue): EvidenceItem[] {
	const pattern = patternBehind(useCase, catalogue);
	if (!pattern) return [];
	const tier = subjectTier(useCase, pattern, catalogue);
	return catalogue.policy.evidencePack
		.filter(({ from, onlyIf }) => atLeast(tier, from) && onlyIf === undefined)
		.map((item) => {
			const record = item.kind && recordOfKind(useCase, item.kind, catalogue);
			const own =
				item.kind === undefined ||
				OWN.has(item.kind) ||
				(item.kind === 'classification-record' && useCase.data.sources.length > 0);
			return { item, held: own || record !== undefined, record };
		});
}

/** The newest record of a kind of evidence that counts. */
function recordOfKind(
	subject: Subject,
	kind: EvidenceKind,
	catalogue: Catalogue,
): Kept | undefined {
	const evidence = recordsOf(subject, 'evidence', catalogue).filter(
		(kept) => kept.record.evidence === kind && counts(kept, subject, catalogue),
	);
	const others = {
		'drill-record': () =>
			recordsOf(subject, 'drill', catalogue).filter((kept) => counts(kept, subject, catalogue)),
		'training-record': () =>
			recordsOf(subject, 'training', catalogue).filter((kept) => counts(kept, subject, catalogue)),
		'test-report': () => [countingRun(subject, catalogue)].filter((run) => run !== undefined),
	};
	const more: Kept[] = Object.hasOwn(others, kind) ? others[kind as keyof typeof others]() : [];
	return [...evidence, ...more].at(-1);
}
