import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Member } from '#schemas/organisation.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { temporaryFolder } from '#tests/support/repository.ts';
import { approvalEntry, type Signer, signer } from '#tests/support/signer.ts';
import { NAMESPACE, signedText } from '../../judge/approval/statement.ts';
import { packOf } from '../../judge/evidence/pack.ts';
import { allowedSigners, signedSubjects } from './signed.ts';

const parts = [
	entry('patterns'),
	entry('prompts'),
	entry('controls'),
	entry('connectors'),
	entry('models'),
];

/** What ssh-keygen says of the approval of a pattern by a member with these keys and this address. */
function verified(
	by: Signer,
	changed: { keys?: Partial<Member['keys'][number]>; email?: string; date?: string } = {},
) {
	const { date = '2026-11-02', email = by.member.email } = changed;
	const member = {
		...by.member,
		email,
		keys: by.member.keys.map((key) => ({ ...key, ...changed.keys })),
	};
	const { council } = minimal.organisation();
	const roster = entry('organisation', 'organisation', {
		council: {
			...council,
			seats: [{ seat: 'technology', team: council.team, members: [member] }],
		},
	});
	const plain = catalogueOf(...parts, roster);
	const own = approvalEntry({ ...by, member }, 'technology', 'patterns/summary', plain, { date });
	const catalogue = catalogueOf(...parts, roster, own);
	const pattern = catalogue.patterns.get('summary');
	const pack = pattern && packOf(pattern, catalogue);
	const [statement] = pack ? (signedSubjects(pack, catalogue)[0]?.statements ?? []) : [];
	if (!statement?.signature) return 'no statement that counts';
	const folder = temporaryFolder();
	const at = (name: string) => join(folder, name);
	writeFileSync(at('signers'), allowedSigners(catalogue));
	writeFileSync(at('sig'), statement.signature);
	const args = ['-Y', 'verify', '-f', at('signers'), '-I', statement.principal, '-n', NAMESPACE];
	const when = `verify-time=${date.replaceAll('-', '')}120000`;
	try {
		const options = { input: signedText(statement.statement), stdio: 'pipe' } as const;
		return execFileSync('ssh-keygen', [...args, '-O', when, '-s', at('sig')], options)
			.toString()
			.slice(0, 5);
	} catch {
		return 'refused';
	}
}

const tess = signer('Tess Reviewer');

describe('ssh-keygen', () => {
	test('finds the signature good', () => expect(verified(tess)).toBe('Good '));

	test('finds that of a member who left later good', () =>
		expect(verified(tess, { keys: { until: '2026-11-02' } })).toBe('Good '));

	test('and the catalogue leave out what was signed after the key ended', () =>
		expect(verified(tess, { keys: { until: '2026-11-01' } })).toBe('no statement that counts'));

	test('is given no address that stands for anybody', () => {
		const signers = ['*@example.com', 'a,*@example.com', '!tess@example.com'].map((email) =>
			verified(tess, { email }),
		);
		expect(signers).toEqual(['Good ', 'Good ', 'Good ']);
		const { council } = minimal.organisation();
		const star = { ...tess.member, email: '*@example.com' };
		const seats = [{ seat: 'technology' as const, team: council.team, members: [star] }];
		const roster = entry('organisation', 'organisation', { council: { ...council, seats } });
		expect(allowedSigners(catalogueOf(roster))).not.toContain('*');
	});
});

test('a name of the organisation cannot add a line to the list of keys', () => {
	const roster = entry('organisation', 'organisation', { name: 'A\nattacker ssh-ed25519 AAAA' });
	expect(allowedSigners(catalogueOf(roster)).split('\n')[0]).toContain('attacker');
});
