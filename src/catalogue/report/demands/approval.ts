/** Who must approve what, and what can be waived for how long. */
import { tier } from '#schemas/vocabularies.ts';
import { byTier, type Demand, TIERS } from './demand.ts';

export const APPROVAL: readonly Demand[] = [
	...byTier('kept', 'seats that approve', ({ approval }, at) => approval.seats[at]),
	{
		weight: 'kept',
		what: 'seats that approve a part',
		of: ({ approval }) =>
			Object.entries(approval.parts).flatMap(([part, seats]) =>
				seats.map((seat) => `${seat} for ${part}`),
			),
	},
	{
		weight: 'kept',
		what: 'seats for a starter that replaces a file',
		of: ({ approval }) => approval.replacing,
	},
	{
		weight: 'high',
		what: 'members who sign a new roster or policy',
		of: ({ approval }) => approval.quorum,
	},
	{
		weight: 'low',
		what: 'the lowest tier at which an approval must be signed',
		of: ({ approval }) => tier.rank(approval.signedFrom) + 1,
	},
	{
		weight: 'kept',
		what: 'changes that void an approval',
		of: ({ approval }) => approval.voids,
	},
	{
		weight: 'low',
		what: 'days to rely on a part that is not approved',
		of: ({ approval }) => approval.partsGraceDays,
	},
	{
		weight: 'low',
		what: 'days between a signature and the main branch',
		of: ({ approval }) => approval.landingDays,
	},
	...byTier('low', 'days of a waiver', ({ waivers }, at) => waivers.maxDays[at]),
	{
		weight: 'kept',
		what: 'rules and controls that cannot be waived',
		of: ({ waivers }) => [
			...waivers.neverRules,
			...waivers.neverControls,
			...TIERS.flatMap((at) =>
				waivers.neverControlsAt[at].map((control) => `${control} at ${at} tier`),
			),
		],
	},
];
