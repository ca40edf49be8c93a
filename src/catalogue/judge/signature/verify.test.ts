import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';
import { type PublicKey, readKey } from './key.ts';
import { isSignedBy, readSignature } from './verify.ts';
import { field } from './wire.ts';

const SPACE = 'ai-pattern-catalogue/approval/1';
const MESSAGE = '{"digest":"é\u2028","version":"1.0.0"}\n';

const ssh = (...args: string[]) => execFileSync('ssh-keygen', args, { stdio: 'pipe' }).toString();

/** A key made by ssh-keygen, and what it signs. */
function made(type: string, bits?: string) {
	const folder = temporaryFolder();
	const file = join(folder, 'key');
	ssh('-q', '-t', type, ...(bits ? ['-b', bits] : []), '-N', '', '-C', 'a b c', '-f', file);
	const line = readFileSync(`${file}.pub`, 'utf8');
	const signed = (message: string, space = SPACE, ...options: string[]) => {
		writeFileSync(join(folder, 'message'), message);
		ssh('-Y', 'sign', '-q', '-n', space, '-f', file, ...options, join(folder, 'message'));
		const text = readFileSync(join(folder, 'message.sig'), 'utf8');
		execFileSync('rm', [join(folder, 'message.sig')]);
		return text;
	};
	return { line, signed, file, folder };
}

function keyOf(line: string): PublicKey {
	const read = readKey(line);
	if ('problem' in read) throw new Error(read.problem);
	return read.key;
}

const holds = (line: string, armoured: string, message = MESSAGE, space = SPACE) => {
	const signature = readSignature(armoured);
	return signature !== undefined && isSignedBy(keyOf(line), signature, message, space);
};

describe.each([
	['ed25519', undefined],
	['ecdsa', '256'],
	['ecdsa', '384'],
	['ecdsa', '521'],
	['rsa', '3072'],
])('a signature by ssh-keygen with %s %s', (type, bits) => {
	test('holds for its key, message and purpose, and for nothing else', () => {
		const { line, signed, file } = made(type, bits);
		const armoured = signed(MESSAGE);
		expect(holds(line, armoured)).toBe(true);
		expect(holds(line, armoured, `${MESSAGE} `)).toBe(false);
		expect(holds(line, armoured, MESSAGE, 'git')).toBe(false);
		expect(holds(line, signed(MESSAGE, 'git'))).toBe(false);
		expect(holds(made(type, bits).line, armoured)).toBe(false);
		expect(holds(line, signed(MESSAGE, SPACE, '-O', 'hashalg=sha256'))).toBe(true);
		expect(ssh('-l', '-f', file).split(' ')[1]).toBe(keyOf(line).fingerprint);
	});

	test('holds no more when any byte of it is changed', () => {
		const { line, signed } = made(type, bits);
		const armoured = signed(MESSAGE);
		const bytes = Buffer.from(armoured.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
		const places = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
		fc.assert(
			fc.property(places, ([at, mask]) => {
				const changed = Buffer.from(bytes);
				changed[at] = (changed[at] ?? 0) ^ mask;
				expect(holds(line, armour(changed))).toBe(false);
			}),
			{ numRuns: 200 },
		);
		for (const cut of [1, 20, bytes.length - 3]) {
			expect(holds(line, armour(bytes.subarray(0, bytes.length - cut)))).toBe(false);
		}
		expect(holds(line, armour(Buffer.concat([bytes, Buffer.from('x')])))).toBe(false);
	});
});

const armour = (bytes: Buffer) =>
	`-----BEGIN SSH SIGNATURE-----\n${bytes.toString('base64').replace(/.{70}/g, '$&\n')}\n-----END SSH SIGNATURE-----\n`;

/** What a security key does, in software: PROTOCOL.u2f of OpenSSH, with a key of our own. */
function securityKey(kind: 'ed25519' | 'ecdsa') {
	const pair =
		kind === 'ed25519'
			? generateKeyPairSync('ed25519')
			: generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const type =
		kind === 'ed25519' ? 'sk-ssh-ed25519@openssh.com' : 'sk-ecdsa-sha2-nistp256@openssh.com';
	const blob = Buffer.concat([field(type), ...pointOf(pair.publicKey), field('ssh:')]);
	const signed = (message: string, flags = 1) => {
		const sha256 = (part: Buffer | string) => createHash('sha256').update(part).digest();
		const hash = createHash('sha512').update(message).digest();
		const inner = Buffer.concat(
			['SSHSIG', field(SPACE), field(''), field('sha512'), field(hash)].map((part) =>
				Buffer.from(part),
			),
		);
		const rest = Buffer.from([flags, 0, 0, 0, 7]);
		const data = Buffer.concat([sha256('ssh:'), rest, sha256(inner)]);
		const raw =
			kind === 'ed25519'
				? sign(null, data, pair.privateKey)
				: twoNumbers(sign('sha256', data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }));
		const made = Buffer.concat([field(type), field(raw), rest]);
		const version = Buffer.from([0, 0, 0, 1]);
		return armour(
			Buffer.concat([
				Buffer.from('SSHSIG'),
				version,
				field(blob),
				field(SPACE),
				field(''),
				field('sha512'),
				field(made),
			]),
		);
	};
	return { line: `${type} ${blob.toString('base64')} key`, signed };
}

function pointOf(key: KeyObject): Buffer[] {
	const { x = '', y = '' } = key.export({ format: 'jwk' });
	const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
	if (y === '') return [field(left)];
	return [field('nistp256'), field(Buffer.concat([Buffer.from([4]), left, right]))];
}

/** Both halves as numbers: a high first bit needs a zero in front, and zeros in front are left out. */
function twoNumbers(raw: Buffer): Buffer {
	return Buffer.concat(
		[raw.subarray(0, 32), raw.subarray(32)].map((half) => {
			const from = half.findIndex((byte) => byte !== 0);
			const short = half.subarray(from);
			return field((short[0] ?? 0) > 127 ? Buffer.concat([Buffer.alloc(1), short]) : short);
		}),
	);
}

describe.each(['ed25519', 'ecdsa'] as const)('a security key of the kind sk-%s', (kind) => {
	test('is read as OpenSSH reads it', () => {
		const { line, signed } = securityKey(kind);
		const armoured = signed(MESSAGE);
		expect(holds(line, armoured)).toBe(true);
		expect(holds(line, armoured, `${MESSAGE} `)).toBe(false);
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'allowed'), `tess@example.com ${line}\n`);
		writeFileSync(join(folder, 'sig'), armoured);
		const check = ['-Y', 'verify', '-f', join(folder, 'allowed'), '-I', 'tess@example.com'];
		execFileSync('ssh-keygen', [...check, '-n', SPACE, '-s', join(folder, 'sig')], {
			input: MESSAGE,
			stdio: ['pipe', 'pipe', 'pipe'],
		});
	});

	test('that nobody touched proves nobody', () => {
		const { line, signed } = securityKey(kind);
		expect(holds(line, signed(MESSAGE, 0))).toBe(false);
		expect(holds(line, signed(MESSAGE, 5))).toBe(true);
	});
});

describe('a key is refused by name', () => {
	test('when it is too short', () =>
		expect(readKey(made('rsa', '2048').line)).toEqual({
			problem: 'is an rsa key of 2048 bits; it must have at least 3072',
		}));

	test.each([
		['ssh-dss AAAAB3NzaC1kc3MAAACB', 'is of the type "ssh-dss", which is not accepted'],
		[
			'ssh-ed25519-cert-v01@openssh.com AAAA',
			'is of the type "ssh-ed25519-cert-v01@openssh.com", which is not accepted',
		],
		['-----BEGIN OPENSSH PRIVATE KEY-----', 'is a private key; never give that to anyone'],
		['ssh-ed25519', 'is cut short or mistyped'],
		['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA', 'is cut short or mistyped'],
		['ssh-ed25519 not!base64', 'is cut short or mistyped'],
		[
			`ssh-rsa ${Buffer.concat([field('ssh-ed25519'), field('x')]).toString('base64')}`,
			'names two types of key',
		],
		[
			`ecdsa-sha2-nistp256 ${Buffer.concat([field('ecdsa-sha2-nistp256'), field('nistp256'), field(Buffer.alloc(65, 4))]).toString('base64')}`,
			'is cut short or mistyped',
		],
		['', 'is of the type "", which is not accepted'],
	])('%s', (line, problem) => expect(readKey(line)).toEqual({ problem }));
});

test('any text and any bytes are no signature, and no error', () => {
	fc.assert(fc.property(fc.string(), (text) => readSignature(text) === undefined));
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			const start = Buffer.from('SSHSIG\0\0\0\x01', 'latin1');
			readSignature(armour(Buffer.concat([start, bytes])));
			readKey(`ssh-ed25519 ${Buffer.from(bytes).toString('base64')}`);
			readKey(`ssh-rsa ${Buffer.concat([field('ssh-rsa'), bytes]).toString('base64')}`);
		}),
	);
});
