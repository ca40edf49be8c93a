/** Names for findings that last while the lines around them move. */
import { digestOf } from '#catalogue/model/digest.ts';
import type { Finding } from '#catalogue/model/finding.ts';

/** What a finding is, wherever its line has moved to. */
export const identityOf = ({ file, rule, message }: Pick<Finding, 'file' | 'rule' | 'message'>) =>
	`${file}\0${rule}\0${message}`;

/**
 * A fingerprint for each finding, in order. Made of file, rule and message but not of the line, so
 * that a line added above does not make an old finding a new one. Equal findings are counted.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
	const seen = new Map<string, number>();
	return findings.map((finding) => {
		const identity = identityOf(finding);
		const earlier = seen.get(identity) ?? 0;
		seen.set(identity, earlier + 1);
		return digestOf(`${identity}\0${earlier}`);
	});
}
