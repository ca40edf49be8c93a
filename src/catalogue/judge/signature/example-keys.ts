/**
 * The members of the example organisation and their keys. The keys follow from the text below, so
 * anyone can sign with them. They count in the example organisation and nowhere else.
 */
import type { Member } from '#schemas/organisation.ts';
import { type CouncilSeat, councilSeat } from '#schemas/vocabularies.ts';
import { type PublicKey, readKey } from './key.ts';
import { keyFromSeed, type SeedKey } from './sign.ts';

/** Public on purpose: nothing that these keys sign is worth anything. */
const SEED = 'AI pattern catalogue, example organisation: this key is public and protects nothing';

/** First day of the keys. */
const FROM = '2026-01-01';

export interface ExampleMember extends Pick<SeedKey, 'sign'> {
	seat: CouncilSeat;
	member: Member;
}

function memberOf(seat: CouncilSeat): ExampleMember {
	const email = `member.${seat}@organisation.example`;
	const { line, sign } = keyFromSeed(`${SEED}: ${seat}`, email);
	const name = `Example member, ${councilSeat.label(seat)}`;
	return { seat, member: { name, email, keys: [{ key: line, from: FROM }] }, sign };
}

/** One member for each seat. */
export const exampleMembers: readonly ExampleMember[] = councilSeat.values.map(memberOf);

const points: ReadonlySet<string> = new Set(
	exampleMembers.flatMap(({ member }) =>
		member.keys.flatMap(({ key }) => {
			const read = readKey(key);
			return 'key' in read ? [pointOf(read.key)] : [];
		}),
	),
);

/** Whether anyone can sign with a key, because its private half is published here. */
export const isExampleKey = (key: PublicKey): boolean => points.has(pointOf(key));

/** The same for a key in the form it has in a signature. */
export function isExampleKeyBlob(blob: Buffer): boolean {
	if (blob.length < 4) return false;
	const type = blob.subarray(4, 4 + blob.readUInt32BE(0)).toString('latin1');
	const read = readKey(`${type} ${blob.toString('base64')}`);
	return 'key' in read && isExampleKey(read.key);
}

/** The key itself: the same one can be written as a key of another type. */
function pointOf({ key }: PublicKey): string {
	const { x, y, n } = key.export({ format: 'jwk' });
	return [x, y, n].filter(Boolean).join(' ');
}
