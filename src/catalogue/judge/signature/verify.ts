/**
 * Checks a signature made by `ssh-keygen -Y sign`, with the crypto of Node alone.
 *
 * The format is OpenSSH's PROTOCOL.sshsig; what a security key adds is in its PROTOCOL.u2f. What was
 * signed is not the message but "SSHSIG", the namespace, and a hash of the message, so a signature
 * for another purpose never counts here.
 */
import { createHash, verify as verifyBytes } from 'node:crypto';
import type { PublicKey } from './key.ts';
import { field, padded, reader, WireError } from './wire.ts';

const MAGIC = 'SSHSIG';
const HASHES: ReadonlySet<string> = new Set(['sha256', 'sha512']);
const ARMOUR =
	/^-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END SSH SIGNATURE-----\s*$/;

export interface Signature {
	/** The public key that it says made it, as SSH writes keys. */
	blob: Buffer;
	namespace: string;
	reserved: Buffer;
	hash: string;
	/** Name of the scheme, and the rest of what the key made. */
	scheme: string;
	raw: Buffer;
	/** What a security key adds: flags and a counter. */
	rest: Buffer;
}

/** The parts of a signature, or undefined if the text is not one. */
export function readSignature(armoured: string): Signature | undefined {
	const base64 = ARMOUR.exec(armoured.trim())?.[1]?.replace(/\s/g, '');
	if (!base64) return undefined;
	const bytes = Buffer.from(base64, 'base64');
	try {
		const parts = reader(bytes);
		if (parts.take(6).toString('latin1') !== MAGIC || parts.u32() !== 1) return undefined;
		const [blob, namespace, reserved] = [parts.string(), parts.text(), parts.string()];
		const hash = parts.text();
		const inner = parts.string();
		parts.end();
		const made = reader(inner);
		const [scheme, raw] = [made.text(), made.string()];
		const used = 8 + scheme.length + raw.length;
		return { blob, namespace, reserved, hash, scheme, raw, rest: inner.subarray(used) };
	} catch (error) {
		if (error instanceof WireError) return undefined;
		throw error;
	}
}

/** Whether this key signed this message, for this purpose. */
export function isSignedBy(
	key: PublicKey,
	signature: Signature,
	message: string,
	namespace: string,
): boolean {
	const { hash, scheme } = signature;
	if (signature.namespace !== namespace || !HASHES.has(hash)) return false;
	if (!signature.blob.equals(key.blob) || !key.scheme.signatures.has(scheme)) return false;
	const signed = Buffer.concat([
		Buffer.from(MAGIC),
		field(namespace),
		field(signature.reserved),
		field(hash),
		field(createHash(hash).update(message, 'utf8').digest()),
	]);
	const data = key.scheme.hardware ? whatHardwareSigned(key, signature, signed) : signed;
	if (!data || (!key.scheme.hardware && signature.rest.length > 0)) return false;
	const raw = rawSignature(key, signature.raw);
	if (!raw) return false;
	const algorithm = key.scheme.signatures.get(scheme) ?? null;
	const options = key.scheme.half
		? { key: key.key, dsaEncoding: 'ieee-p1363' as const }
		: { key: key.key };
	return verifyBytes(algorithm, data, options, raw);
}

/** ECDSA comes as two numbers, which Node wants side by side; the others come as they are. */
function rawSignature({ scheme: { half } }: PublicKey, raw: Buffer): Buffer | undefined {
	if (!half) return raw;
	try {
		const numbers = reader(raw);
		const [r, s] = [padded(numbers.string(), half), padded(numbers.string(), half)];
		numbers.end();
		return r && s && Buffer.concat([r, s]);
	} catch (error) {
		if (error instanceof WireError) return undefined;
		throw error;
	}
}

/** Someone touched the security key; a signature made without that proves no person. */
const TOUCHED = 1;

function whatHardwareSigned(
	{ application = '' }: PublicKey,
	{ rest }: Signature,
	signed: Buffer,
): Buffer | undefined {
	const flags = rest[0] ?? 0;
	if (rest.length !== 5 || (flags & TOUCHED) === 0) return undefined;
	const sha256 = (part: Buffer | string) => createHash('sha256').update(part).digest();
	return Buffer.concat([sha256(application), rest, sha256(signed)]);
}
