/** What the council approves, and what it must know of it: version, digest, tier, seats. */
import type { Approvable } from '#schemas/approvals.ts';
import { collections } from '#schemas/index.ts';
import type { CouncilSeat, Tier } from '#schemas/vocabularies.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { type Entry, titleOf } from '../../model/entry.ts';
import { isOf } from '../../model/is-of.ts';
import { folderAt } from '../../model/noted.ts';
import { overlayOf } from '../../model/starter.ts';
import { BASE_FOLDER } from '../starter/places.ts';
import { tierOf } from '../tier.ts';
import { contentDigest } from './content-digest.ts';
import { rosterDigest } from './part-digest.ts';

export interface Subject {
	/** As statements name it: a collection and an id. */
	name: string;
	title: string;
	/** The entry, or the file that contains it. */
	entry: Entry;
	version: string;
	digest: string;
	tier: Tier | undefined;
	/** Seats that must each approve it. */
	seats: readonly CouncilSeat[];
	/** For the roster and the policy: how many members of the roster before must sign. */
	quorum?: number;
}

export const ROSTER = 'organisation/roster';
export const POLICY = 'policy/policy';

/** Whether entries of a collection come to be approved by signatures. */
export const isApproved = ({ collection }: Pick<Entry, 'collection'>): boolean =>
	collections[collection].approval !== undefined;

/** The name of an entry in statements. */
export const nameOf = ({ collection, id }: Pick<Entry, 'collection' | 'id'>) =>
	`${collection}/${id}`;

/** The subject with this name; undefined if there is none (any more). */
export function subjectNamed(name: string, catalogue: Catalogue): Subject | undefined {
	if (name === ROSTER) return rosterOf(catalogue);
	if (name === POLICY) return policyOf(catalogue);
	const [collection, id = ''] = name.split('/');
	// A statement names collections of this list only; its schema holds them.
	const entry: Entry | undefined = catalogue.all[collection as Approvable]?.get(id);
	return entry && subjectOf(entry, catalogue);
}

/** The subject that an entry is, where its collection is approved at all. */
export function subjectOf(entry: Entry, catalogue: Catalogue): Subject | undefined {
	const { approval } = collections[entry.collection];
	if (!approval || !('version' in entry.data) || !entry.data.version) return undefined;
	const { version } = entry.data;
	const tier = tierOfSubject(entry, catalogue);
	const digest = contentDigest(entry, catalogue);
	const seats = seatsOf(entry, tier, catalogue);
	return { name: nameOf(entry), title: titleOf(entry), entry, version, digest, tier, seats };
}

/** The tier that decides about an approval, where the entry has one. */
export function tierOfSubject(entry: Entry, { policy }: Catalogue): Tier | undefined {
	if (isOf('patterns', entry)) return tierOf(entry.data, policy);
	return isOf('use-cases', entry) ? entry.data.tier : undefined;
}

function seatsOf(
	entry: Entry,
	tier: Tier | undefined,
	catalogue: Catalogue,
): readonly CouncilSeat[] {
	const { policy, patterns, organisation } = catalogue;
	const { seats, parts } = policy.approval;
	if (isOf('patterns', entry)) {
		const extra = replaces(entry, catalogue) ? policy.approval.replacing : [];
		return [...new Set([...seats[tier ?? 'high'], ...extra])];
	}
	if (isOf('controls', entry)) return parts.controls;
	if (isOf('connectors', entry)) return parts.connectors;
	if (isOf('models', entry)) return parts.models;
	if (!isOf('use-cases', entry)) return [];
	// The pattern names the team with the right to approve its uses; the council acts by its seats.
	const team = patterns.get(entry.data.pattern)?.data.decisionRights.approvesUseCase;
	const own = organisation.council.seats.filter((one) => one.team === team).map(({ seat }) => seat);
	return own.length > 0 ? own : seats[tier ?? 'high'];
}

/** Whether the starter of a pattern replaces a file of the common starter. */
function replaces({ id }: Entry<'patterns'>, catalogue: Catalogue): boolean {
	const overlay = overlayOf(id);
	const own = folderAt(`patterns/${id}`, catalogue).assets.filter(({ file }) =>
		file.startsWith(overlay),
	);
	if (own.length === 0) return false;
	const base = new Set(folderAt('content/starter', catalogue).assets.map(({ file }) => file));
	return own.some(({ file }) => base.has(`${BASE_FOLDER}${file.slice(overlay.length)}`));
}

function rosterOf({ all, organisation, policy }: Catalogue): Subject | undefined {
	const entry = all.organisation.get('organisation');
	if (!entry) return undefined;
	const { version, seats } = organisation.council;
	return {
		name: ROSTER,
		title: 'Roster of the council',
		entry,
		version,
		digest: rosterDigest(entry),
		tier: undefined,
		seats: seats.map(({ seat }) => seat),
		quorum: policy.approval.quorum,
	};
}

function policyOf(catalogue: Catalogue): Subject | undefined {
	const { all, organisation, policy } = catalogue;
	const entry = all.policy.get('policy');
	if (!entry) return undefined;
	return {
		name: POLICY,
		title: 'Policy',
		entry,
		version: policy.version,
		digest: contentDigest(entry, catalogue),
		tier: undefined,
		seats: organisation.council.seats.map(({ seat }) => seat),
		quorum: policy.approval.quorum,
	};
}
