/** Has the member's own ssh-keygen sign a statement; we never see a private key. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMESPACE } from '#catalogue/judge/approval/statement.ts';
import { isSignedBy, readSignature } from '#catalogue/judge/signature/verify.ts';
import type { ChosenKey } from './keys.ts';
import { type Ended, start } from './process.ts';
import { SigningError } from './signing-error.ts';

/** The signature of a text, checked before it is handed on. */
export async function signWith({ line, file, key }: ChosenKey, message: string): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'approval-'));
	try {
		const [text, pub] = [join(folder, 'statement'), join(folder, 'key.pub')];
		writeFileSync(text, message, { mode: 0o600 });
		// Given a public key, ssh-keygen asks the agent.
		writeFileSync(pub, `${line}\n`, { mode: 0o600 });
		const args = ['-Y', 'sign', '-n', NAMESPACE, '-f', file ?? pub, text];
		const ended = await start('ssh-keygen', args, folder, { talks: true });
		if (ended.code !== 0) throw reasonOf(ended);
		const armoured = readFileSync(`${text}.sig`, 'utf8');
		const signature = readSignature(armoured);
		if (signature && isSignedBy(key, signature, message, NAMESPACE)) return armoured.trim();
		throw new SigningError(
			'ssh-keygen made a signature that is not valid.',
			'Check which ssh-keygen is on your PATH: ssh-keygen must come from OpenSSH 8.1 or later.',
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const REASONS: readonly [sign: RegExp, message: string, fix: string][] = [
	[
		/(?:unknown|illegal|invalid|unrecognized) option|^usage:/im,
		'This ssh-keygen is too old to sign: it does not know -Y.',
		'Install OpenSSH 8.1 or later (ssh -V shows the version), and put it first on the PATH.',
	],
	[
		/agent (?:refused|locked)|agent contains no identities|Couldn't get agent socket|communication with agent failed|Could not open a connection|No private key found|not found in agent/i,
		'The SSH agent did not sign: it is locked, not running, or does not have the key.',
		'Unlock it (ssh-add -X) or add the key (ssh-add FILE), then run this again.',
	],
	[
		/incorrect passphrase|bad decrypt/i,
		'The passphrase of the key is wrong.',
		'Run it again, and type the passphrase of the key.',
	],
	[
		/UNPROTECTED PRIVATE KEY|bad permissions/i,
		'Other users can read the private key, so ssh-keygen does not use it.',
		'Make it readable only by you: chmod 600 FILE',
	],
	[
		/device not found|user presence|sk_/i,
		'The security key did not sign.',
		'Plug it in, run this again, and touch it when it blinks.',
	],
];

function reasonOf({ code, stderr }: Ended): SigningError {
	if (code === undefined) {
		return new SigningError(
			'ssh-keygen is not installed, or not on the PATH.',
			'Install OpenSSH 8.1 or later. On Windows it is an optional feature of the system.',
		);
	}
	const [, message, fix] = REASONS.find(([sign]) => sign.test(stderr)) ?? [];
	if (message && fix) return new SigningError(message, fix);
	const said = stderr.trim().split('\n').at(-1)?.slice(0, 200) || `exit code ${code}`;
	return new SigningError(
		`ssh-keygen did not sign: ${said}`,
		'Run ssh-keygen -Y sign yourself to see why.',
	);
}
