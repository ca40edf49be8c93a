/** Public SSH keys: which types count, and how Node is given one. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { reader, unsigned, WireError } from './wire.ts';

/** How signatures of a key are checked. */
export interface Scheme {
	/** Names that a signature by such a key may have, each with its hash; null where the scheme has its own. */
	signatures: ReadonlyMap<string, string | null>;
	/** Bytes of each half of an ECDSA signature. */
	half?: number;
	/** Whether the key is in a security key, which signs more than it is given. */
	hardware?: true;
}

const SCHEMES: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
	['ssh-ed25519', { signatures: new Map([['ssh-ed25519', null]]) }],
	['ecdsa-sha2-nistp256', { signatures: new Map([['ecdsa-sha2-nistp256', 'sha256']]), half: 32 }],
	['ecdsa-sha2-nistp384', { signatures: new Map([['ecdsa-sha2-nistp384', 'sha384']]), half: 48 }],
	['ecdsa-sha2-nistp521', { signatures: new Map([['ecdsa-sha2-nistp521', 'sha512']]), half: 66 }],
	[
		'ssh-rsa',
		{
			signatures: new Map([
				['rsa-sha2-256', 'sha256'],
				['rsa-sha2-512', 'sha512'],
			]),
		},
	],
	[
		'sk-ssh-ed25519@openssh.com',
		{ signatures: new Map([['sk-ssh-ed25519@openssh.com', null]]), hardware: true },
	],
	[
		'sk-ecdsa-sha2-nistp256@openssh.com',
		{
			signatures: new Map([['sk-ecdsa-sha2-nistp256@openssh.com', 'sha256']]),
			half: 32,
			hardware: true,
		},
	],
]);

/** The types of key that count, as people say them. */
export const KEY_TYPES =
	'ed25519, ecdsa (256, 384 or 521 bits), rsa from 3072 bits, and the security keys sk-ed25519 and sk-ecdsa';
const LEAST_RSA_BITS = 3072;

export interface PublicKey {
	type: string;
	/** The key in the form it has in a signature. */
	blob: Buffer;
	key: KeyObject;
	scheme: Scheme;
	/** Application of a security key, such as "ssh:". */
	application: string | undefined;
	/** As `ssh-keygen -l` prints it. */
	fingerprint: string;
}

export type KeyResult = { key: PublicKey } | { problem: string };

/**
 * Reads a line as in `id_ed25519.pub`; the comment at its end does not count.
 *
 * @example
 * readKey('ssh-dss AAAAB3...') // => { problem: 'is of the type ssh-dss, which is not accepted' }
 */
export function readKey(line: string): KeyResult {
	const [type = '', base64 = ''] = line.trim().split(/[ \t]+/);
	const scheme = SCHEMES.get(type);
	if (/PRIVATE KEY/.test(line)) return { problem: 'is a private key; never give that to anyone' };
	if (!scheme) return { problem: `is of the type "${type.slice(0, 60)}", which is not accepted` };
	const blob = Buffer.from(base64, 'base64');
	if (base64 === '' || blob.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')) {
		return { problem: 'is cut short or mistyped' };
	}
	try {
		return readBlob(type, scheme, blob);
	} catch (error) {
		// Node refuses points that are on no curve; the reader refuses parts that do not add up.
		if (error instanceof WireError || (error instanceof Error && 'code' in error)) {
			return { problem: 'is cut short or mistyped' };
		}
		throw error;
	}
}

function readBlob(type: string, scheme: Scheme, blob: Buffer): KeyResult {
	const parts = reader(blob);
	if (parts.text() !== type) return { problem: 'names two types of key' };
	const key = keyOf(type, parts);
	const application = scheme.hardware ? parts.text() : undefined;
	parts.end();
	const bits = key.asymmetricKeyDetails?.modulusLength;
	if (bits !== undefined && bits < LEAST_RSA_BITS) {
		return { problem: `is an rsa key of ${bits} bits; it must have at least ${LEAST_RSA_BITS}` };
	}
	const fingerprint = `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
	return { key: { type, blob, key, scheme, application, fingerprint } };
}

const CURVES: ReadonlyMap<string, { crv: string; size: number }> = new Map([
	['nistp256', { crv: 'P-256', size: 32 }],
	['nistp384', { crv: 'P-384', size: 48 }],
	['nistp521', { crv: 'P-521', size: 66 }],
]);

function keyOf(type: string, parts: ReturnType<typeof reader>): KeyObject {
	const url = (bytes: Buffer) => bytes.toString('base64url');
	if (type.includes('ed25519')) {
		return jwk({ kty: 'OKP', crv: 'Ed25519', x: url(parts.string()) });
	}
	if (type === 'ssh-rsa') {
		const [e, n] = [parts.string(), parts.string()];
		return jwk({ kty: 'RSA', e: url(unsigned(e)), n: url(unsigned(n)) });
	}
	const curve = CURVES.get(parts.text());
	const point = parts.string();
	// 4 marks a point with both coordinates; the type must be of the same curve.
	const fits = curve && type.includes(`nistp${curve.crv.slice(2)}`);
	if (!curve || !fits || point[0] !== 4 || point.length !== 1 + 2 * curve.size) {
		throw new WireError('is not a point of its curve');
	}
	const x = url(point.subarray(1, 1 + curve.size));
	return jwk({ kty: 'EC', crv: curve.crv, x, y: url(point.subarray(1 + curve.size)) });
}

const jwk = (key: Record<string, string>) => createPublicKey({ format: 'jwk', key });
