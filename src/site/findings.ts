/** What is wrong with the content, said before a build goes on. */
import { formatFinding } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';

let printed = '';

/** Prints the findings, once while they are the same; gives how many stop a build. */
export function printFindings(
	{ findings }: Pick<Loaded, 'findings'>,
	logger: { error: (text: string) => void; warn: (text: string) => void },
): number {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const text = findings.map(formatFinding).join('\n');
	if (text !== printed && findings.length > 0) {
		printed = text;
		logger[errors > 0 ? 'error' : 'warn'](`\n${text}`);
	}
	return errors;
}

/** Why a build stops. */
export const stopWords = (errors: number): string =>
	`${errors} to fix before the site can be built; \`npm run validate\` prints the same.`;
