/**
 * Signs as `ssh-keygen -Y sign` does, with an ed25519 key that follows from a seed. The bytes are the
 * same, since ed25519 adds no chance of its own. Only keys that protect nothing are made here:
 * those of the example organisation, and those of tests.
 */
import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { field } from './wire.ts';

export interface SeedKey {
	/** The line as in a .pub file. */
	line: string;
	sign: (message: string, namespace: string) => string;
}

/** DER of an ed25519 private key, before its 32 bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that follows from a text that anyone can read. */
export function keyFromSeed(seed: string, comment: string): SeedKey {
	const bytes = createHash('sha256').update(seed).digest();
	const der = Buffer.concat([PKCS8, bytes]);
	const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
	const { x = '' } = key.export({ format: 'jwk' });
	const blob = Buffer.concat([field('ssh-ed25519'), field(Buffer.from(x, 'base64url'))]);
	return {
		line: `ssh-ed25519 ${blob.toString('base64')} ${comment}`,
		sign: (message, namespace) => signature(key, blob, message, namespace),
	};
}

function signature(key: KeyObject, blob: Buffer, message: string, namespace: string): string {
	const hash = createHash('sha512').update(message).digest();
	const parts = [field(namespace), field(''), field('sha512')];
	const raw = sign(null, Buffer.concat([Buffer.from('SSHSIG'), ...parts, field(hash)]), key);
	const made = Buffer.concat([field('ssh-ed25519'), field(raw)]);
	const version = Buffer.from([0, 0, 0, 1]);
	const bytes = Buffer.concat([Buffer.from('SSHSIG'), version, field(blob), ...parts, field(made)]);
	const lines = bytes.toString('base64').replace(/.{70}/g, '$&\n');
	return `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----`;
}
