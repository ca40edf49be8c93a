/** Finds the key to sign with: one on the roster that this computer has, as a file or in its agent. */
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { keyBehind, keyTrouble } from '#catalogue/judge/approval/roster.ts';
import { type PublicKey, readKey } from '#catalogue/judge/signature/key.ts';
import type { Member } from '#schemas/organisation.ts';
import { ask } from '../git-process.ts';
import { start } from './process.ts';
import { SigningError } from './signing-error.ts';

export interface ChosenKey {
	/** The line of the public key. */
	line: string;
	/** Private key, or undefined where the agent holds it. */
	file: string | undefined;
	key: PublicKey;
}

interface Candidate {
	line: string;
	file: string | undefined;
	/** Where it was found, for a message. */
	from: string;
}

/** The key of a member for today. `named` is a file the member names instead of the usual places. */
export async function chooseKey(
	member: Member,
	today: string,
	named: string | undefined,
	root: string,
): Promise<ChosenKey> {
	const found = named === undefined ? await usualKeys(root) : [fromFile(named)];
	const listed = member.keys.map((one) => ({ one, key: keyBehind(one) }));
	let trouble: string | undefined;
	for (const { line, file, from } of found) {
		const read = readKey(line);
		if ('problem' in read) {
			if (named !== undefined) throw refusedKey(from, read.problem);
			continue;
		}
		const match = listed.find(({ key }) => key?.blob.equals(read.key.blob));
		if (!match) continue;
		trouble = keyTrouble(match.one, today);
		if (!trouble) return { line, file, key: read.key };
	}
	if (trouble) {
		throw new SigningError(
			`Your key ${trouble} (content/organisation.yaml).`,
			'Sign with another of your keys on the roster, or ask the council to list a new one.',
		);
	}
	throw new SigningError(
		named === undefined
			? `No key of ${member.name} on the roster is on this computer or in its SSH agent.`
			: `${named} is not a key of ${member.name} on the roster.`,
		`The roster lists ${listed.map(({ key }) => key?.fingerprint ?? 'a key that does not count').join(', ')}. Give its file with --key FILE, or add it to the agent with ssh-add FILE`,
	);
}

const refusedKey = (from: string, problem: string) =>
	new SigningError(`The key in ${from} ${problem}.`, 'Make one that counts: ssh-keygen -t ed25519');

function fromFile(path: string): Candidate {
	const file = path.replace(/\.pub$/, '');
	try {
		return { line: readFileSync(`${file}.pub`, 'utf8').trim(), file, from: `${file}.pub` };
	} catch {
		throw new SigningError(
			`There is no ${file}.pub in the folder of the key.`,
			`Make it from the key: ssh-keygen -y -f ${file} > ${file}.pub`,
		);
	}
}

/** The signing key of git, the keys in ~/.ssh, and those in the agent, in this order. */
async function usualKeys(root: string): Promise<Candidate[]> {
	const configured = (await ask(root, ['config', '--get', 'user.signingkey'])).stdout
		.toString()
		.trim();
	const inline = configured.replace(/^key::/, '');
	const candidates: Candidate[] = [];
	if (/^(?:ssh|ecdsa|sk)-/.test(inline))
		candidates.push({ line: inline, file: undefined, from: 'git' });
	const folder = join(homedir(), '.ssh');
	const files = [
		...(/[/\\]/.test(configured) ? [configured.replace(/^~(?=[/\\])/, homedir())] : []),
		...publicKeysIn(folder).map((name) => join(folder, name)),
	];
	for (const path of files) {
		try {
			candidates.push(fromFile(path));
		} catch (error) {
			if (!(error instanceof SigningError)) throw error;
		}
	}
	const agent = await start('ssh-add', ['-L'], root);
	const lines = agent.code === 0 ? agent.stdout.split('\n').filter(Boolean) : [];
	return [...candidates, ...lines.map((line) => ({ line, file: undefined, from: 'the agent' }))];
}

function publicKeysIn(folder: string): string[] {
	try {
		return readdirSync(folder)
			.filter((name) => name.endsWith('.pub'))
			.sort();
	} catch {
		return [];
	}
}
