/** Which versions of the model and of each prompt a pattern or use case has run, by its records. */
import type { Catalogue } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { recordsOf, type Subject } from '../records/kept.ts';

export interface ServedVersion {
	/** Id of the model or prompt. */
	id: string;
	version: string;
	digest: string | undefined;
	/** First day on which a record names it; undefined if none does. */
	since: string | undefined;
	/** Whether it is the one of today. */
	current: boolean;
	/** Where that is recorded. */
	source: string | undefined;
}

/** Every version of the model on record, oldest first, the current one last. */
export function modelHistory(subject: Subject, catalogue: Catalogue): ServedVersion[] {
	const current = modelsOf(subject, catalogue);
	const seen = recordsOf(subject, 'evaluation', catalogue)
		.filter(({ record }) => record.on <= catalogue.today)
		.map(({ record: { model, pin, on, source } }) => ({ id: model, version: pin, on, source }));
	return historyOf(current, seen);
}

/** The same of the prompts. A digest tells two texts of one version apart. */
export function promptHistory(subject: Subject, catalogue: Catalogue): ServedVersion[] {
	const seen = recordsOf(subject, 'evaluation', catalogue)
		.filter(({ record }) => record.on <= catalogue.today)
		.flatMap(({ record: { prompts, on, source } }) =>
			prompts.map(({ prompt, version, digest }) => ({ id: prompt, version, digest, on, source })),
		);
	return historyOf(promptsOf(subject, catalogue), seen);
}

interface Named {
	id: string;
	version: string;
	digest?: string | undefined;
}

function modelsOf(subject: Subject, { models }: Catalogue): Named[] {
	if (subject.collection === 'use-cases')
		return [{ id: subject.data.model.model, version: subject.data.model.pin }];
	return subject.data.models.flatMap((id) => {
		const version = models.get(id)?.data.pinnedVersion;
		return version === undefined ? [] : [{ id, version }];
	});
}

function promptsOf(subject: Subject, { prompts, all }: Catalogue): Named[] {
	if (subject.collection === 'use-cases')
		return subject.data.prompts.map(({ prompt, version, digest }) => ({
			id: prompt,
			version,
			digest,
		}));
	return subject.data.prompts.flatMap((id) => {
		const version = (prompts.get(id) ?? all.prompts.get(id))?.data.version;
		return version === undefined ? [] : [{ id, version }];
	});
}

const keyOf = ({ id, version, digest = '' }: Named) => `${id} ${version} ${digest}`;

function historyOf(
	current: readonly Named[],
	seen: readonly (Named & { on: string; source: string })[],
): ServedVersion[] {
	const digests = current.some(({ digest }) => digest !== undefined);
	const key = (one: Named) => keyOf(digests ? one : { ...one, digest: undefined });
	const first = new Map<string, (typeof seen)[number]>();
	for (const one of [...seen].sort((a, b) => compare(a.on, b.on)))
		if (!first.has(key(one))) first.set(key(one), one);
	const now = new Set(current.map(key));
	const before = [...first].filter(([name]) => !now.has(name)).map(([, one]) => one);
	return [
		...before.map(({ id, version, digest, on, source }) => ({
			...{ id, version, digest, since: on, source, current: false },
		})),
		...current.map((one) => {
			const { on, source } = first.get(key(one)) ?? {};
			const { id, version, digest } = one;
			return { id, version, digest, since: on, source, current: true };
		}),
	];
}
