/** The roster can be trusted: keys that count, one person behind each, a quorum that can be reached. */
import type { Member } from '#schemas/organisation.ts';
import type { Policy } from '#schemas/policy.ts';
import { councilSeat } from '#schemas/vocabularies.ts';
import { isSamePerson } from '../judge/approval/person.ts';
import { KEY_TYPES, readKey } from '../judge/signature/key.ts';
import type { Entry } from '../model/entry.ts';
import type { Problem, Rule } from '../model/rule.ts';
import type { Path } from '../model/schema-walk.ts';
import { countOf } from '../words/count.ts';
import { listOf } from '../words/phrase.ts';

const TWO_DATES_FIX = 'Correct one of the two dates.';

const seat = (key: string) => `council:
  team: council
  version: "1.0.0"
  seats:
    - seat: technology
      team: office
      members:
        - name: Tess Reviewer
          email: tess@example.com
          keys:
            - { key: "${key}", from: 2026-01-01 }`;

export const rosterSound: Rule = {
	id: 'roster-sound',
	phase: 'structure',
	severity: 'error',
	summary: 'Each member of the council has keys of an accepted type, and shares none of them.',
	why: 'A weak key can be forged. If two members share a key, or one person has two names, one vote looks like two.',
	source:
		'Domain rule 16; OpenSSH for the types of keys; the least size of rsa keys is from NIST SP 800-57',
	example: {
		in: 'organisation',
		fails: seat('ssh-dss AAAAB3NzaC1kc3MAAACB'),
		passes: seat(
			'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2ZGWBbvpkRvC8sZJGuD1Z3Rl3FWvAyM1d3nnMIR8Lm',
		),
	},
	*check({ all, policy }) {
		for (const entry of all.organisation.values()) {
			const members = listed(entry);
			for (const one of members) yield* keysOf(entry, one);
			yield* shared(entry, members);
			yield* unfilled(entry, policy);
			const seats = entry.data.council.seats.filter((one) => one.members.length > 0);
			const { quorum } = policy.approval;
			if (seats.length === 0 || seats.length >= quorum) continue;
			const message = `${countOf(seats.length, 'seat has a member', 'seats have members')}, but a change of the roster needs ${quorum} to sign.`;
			yield {
				entry,
				path: ['council', 'seats'],
				message,
				fix: 'Add members, or lower `approval.quorum` in content/policy.yaml first.',
			};
		}
	},
};

/** Seats that have to approve and that nobody has set up yet: said early, so that nobody waits for them. */
function* unfilled(entry: Entry<'organisation'>, { approval }: Policy): Generator<Problem> {
	const own = new Set(entry.data.council.seats.map((one) => one.seat));
	const asked = new Set(Object.values(approval.seats).flat());
	const missing = councilSeat.values.filter((one) => asked.has(one) && !own.has(one));
	if (missing.length === 0) return;
	const has = own.size === 0 ? 'no seats' : `no seat for ${listOf(missing)}`;
	yield {
		entry,
		path: ['council', 'seats'],
		severity: 'warning',
		message: `the council has ${has}, so nobody can give the approvals that ${listOf(missing)} must give.`,
		fix: 'Add each with the team that fills it: { seat: technology, team: TEAM }. Or change `approval.seats` in content/policy.yaml.',
	};
}

interface Listed {
	member: Member;
	path: Path;
}

const listed = ({ data }: Entry<'organisation'>): Listed[] =>
	data.council.seats.flatMap(({ members }, at) =>
		members.map((member, index) => ({ member, path: ['council', 'seats', at, 'members', index] })),
	);

function* keysOf(
	entry: Entry<'organisation'>,
	{ member: { name, keys }, path }: Listed,
): Generator<Problem> {
	for (const [index, { key, from, until, revoked }] of keys.entries()) {
		const at = (field: string) => [...path, 'keys', index, field];
		const read = readKey(key);
		if ('problem' in read) {
			const message = `a key of ${name} ${read.problem}.`;
			yield {
				entry,
				path: at('key'),
				message,
				fix: `Accepted types: ${KEY_TYPES}. Copy the line of the .pub file.`,
			};
		}
		if (until !== undefined && until < from) {
			const message = `the key of ${name} ends on ${until}, before it starts.`;
			yield { entry, path: at('until'), message, fix: TWO_DATES_FIX };
		}
		if (revoked !== undefined && revoked < from) {
			const message = `the key of ${name} is revoked from ${revoked}, before it starts.`;
			yield { entry, path: at('revoked'), message, fix: TWO_DATES_FIX };
		}
	}
}

/** One member can fill two seats, under one name and one address. Two members share nothing. */
function* shared(entry: Entry<'organisation'>, members: readonly Listed[]): Generator<Problem> {
	for (const [index, { member, path }] of members.entries()) {
		for (const { member: other } of members.slice(0, index)) {
			const same = other.email.toLowerCase() === member.email.toLowerCase();
			if (same && isSamePerson(other.name, member.name)) continue;
			if (same || isSamePerson(other.name, member.name)) {
				const message = `${other.name} <${other.email}> and ${member.name} <${member.email}> look like the same person.`;
				yield {
					entry,
					path: [...path, 'email'],
					message,
					fix: 'Use one name and one address for the same person in every seat.',
				};
				continue;
			}
			const at = member.keys.findIndex(({ key }) =>
				other.keys.some((one) => sameKey(one.key, key)),
			);
			if (at < 0) continue;
			const message = `${other.name} and ${member.name} have the same key.`;
			yield {
				entry,
				path: [...path, 'keys', at, 'key'],
				message,
				fix: 'Give each person their own key: ssh-keygen -t ed25519',
			};
		}
	}
}

const sameKey = (a: string, b: string) => a.trim().split(/\s+/)[1] === b.trim().split(/\s+/)[1];
