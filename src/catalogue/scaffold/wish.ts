/** What an author answered about a new pattern, and what follows from it alone. */
import type { Exposure } from '#schemas/exposure.ts';
import type { Pattern } from '#schemas/pattern.ts';
import type { Access, DataClass, Tier } from '#schemas/vocabularies.ts';
import { lowered } from '../judge/data-class.ts';
import { requiredControls, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';

export interface PatternWish {
	id: string;
	title: string;
	owner: string;
	problem: Pattern['problem'];
	outcome: Pattern['outcome'];
	techniques: Pattern['techniques'];
	exposure: Exposure;
	/** Ids of connectors, that to the models among them. */
	connectors: readonly string[];
	models: readonly string[];
	/** Id of its first prompt. */
	prompt: string;
	/** Role that decides, where it influences a decision about a person. */
	decidedBy: string | undefined;
	/** Existing patterns that are much like it. */
	near: readonly string[];
}

/** The tier of the wish under the policy. */
export const tierOfWish = (wish: PatternWish, { policy }: Catalogue): Tier => tierOf(wish, policy);

/** Every control the policy asks for, each once: by tier, by condition, and for high tier and people. */
export function controlsFor(
	wish: Pick<PatternWish, 'exposure' | 'techniques'> & Partial<Pick<PatternWish, 'connectors'>>,
	catalogue: Catalogue,
): string[] {
	const { policy } = catalogue;
	const tier = tierOf(wish, policy);
	const { connectors = [], exposure } = wish;
	// Some connectors let nothing be written that no person accepted.
	const accepted = usesOf({ connectors, exposure }, catalogue).some(
		({ access }) => access === 'write-approved',
	);
	return [
		...new Set([
			...requiredControls(wish, policy).map(({ control }) => control),
			...(tier === 'high' ? [...policy.highTier.controls, policy.highTier.gate] : []),
			...(accepted ? [policy.highTier.gate] : []),
			...(exposure.decidesAboutPerson ? policy.personDecision.controls : []),
		]),
	];
}

/** One way in which the pattern goes through a connector. */
export interface Use {
	connector: Entry<'connectors'>;
	access: Access;
	data: DataClass;
	/** Whether the pattern changes something through it. */
	changes: boolean;
}

/** What a pattern does through a connector beside reading, by what its output does. */
const CHANGES = {
	informs: [],
	drafts: ['draft', 'comment'],
	'acts-with-approval': ['write-approved'],
	'acts-alone': ['write', 'write-approved', 'index-write'],
} satisfies Record<Exposure['effect'], Access[]>;
const READS: Access[] = ['read', 'invoke'];

/** How it goes through each of its connectors: it reads, and changes what its effect needs. */
export function usesOf(
	{ connectors, exposure }: Pick<PatternWish, 'connectors' | 'exposure'>,
	catalogue: Catalogue,
): Use[] {
	return connectors.flatMap((id) => {
		const connector = catalogue.connectors.get(id);
		if (!connector) return [];
		const offered = connector.data.scopes.map(({ access }) => access);
		const change = CHANGES[exposure.effect].find((access) => offered.includes(access));
		const read = READS.find((access) => offered.includes(access));
		const accesses = new Set([read, change ?? (read ? undefined : offered[0])]);
		const data = lowered(exposure.data, connector.data.ceiling);
		return [...accesses].flatMap((access) =>
			access ? [{ connector, access, data, changes: access === change }] : [],
		);
	});
}

/** The connector through which patterns reach models: the one that stands at most model nodes. */
export function modelConnector({ patterns, connectors }: Catalogue): string | undefined {
	const counts = new Map<string, number>();
	for (const { data } of patterns.values()) {
		for (const { layer, connector } of data.architecture.nodes) {
			if (layer === 'model' && connector) counts.set(connector, (counts.get(connector) ?? 0) + 1);
		}
	}
	const invoked = [...connectors.values()].filter(({ data }) =>
		data.scopes.some(({ access }) => access === 'invoke'),
	);
	return mostOf(counts) ?? invoked[0]?.id;
}

/** The key that was counted most; the first of several. */
export function mostOf<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
	let most: [Key, number] | undefined;
	for (const [key, count] of counts) if (!most || count > most[1]) most = [key, count];
	return most?.[0];
}
