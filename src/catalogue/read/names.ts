/** Names that every file system takes, and takes for the same file. */
import { hiddenIn } from '#schemas/hidden.ts';

/** Why a name cannot stay, in the words of a finding. */
export interface NameProblem {
	message: string;
	fix: string;
}

/** Names that Windows keeps for devices, whatever comes after the first dot. */
const DEVICE =
	/^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)(?:[ .]|$)/i;

/** What is wrong with the name of one file or folder; undefined for one that works everywhere. */
function nameProblem(name: string): NameProblem | undefined {
	const shown = JSON.stringify(name);
	const hidden = hiddenIn(name).next().value;
	if (hidden) {
		return {
			message: `the name ${shown} contains ${hidden.code}, a character that nobody can see.`,
			fix: 'Type the name again.',
		};
	}
	if (DEVICE.test(name)) {
		return {
			message: `the name ${shown} is reserved on Windows, where git cannot check it out.`,
			fix: 'Add a word to it, such as "con-guide".',
		};
	}
	if (/[. ]$|^ /.test(name)) {
		return {
			message: `the name ${shown} starts or ends with a space, or ends with a dot.`,
			fix: 'Remove it: Windows drops it, so the file would have another name there.',
		};
	}
	const refused = /[<>:"|?*\\\n\t]/.exec(name)?.[0];
	if (refused !== undefined) {
		return {
			message: `the name ${shown} contains ${JSON.stringify(refused)}, which Windows does not allow.`,
			fix: 'Use letters, digits, hyphens and dots.',
		};
	}
	if (name !== name.normalize('NFC')) {
		return {
			message: `the name ${shown} spells an accent as a separate character.`,
			fix: 'Type the name again: macOS would give the file another name.',
		};
	}
	return undefined;
}

/**
 * What is wrong with the names on each path: one that a file system refuses, or one that differs
 * from another only in capitals. A folder is named once, at its first file.
 */
export function nameProblems(paths: Iterable<string>): Map<string, NameProblem> {
	const problems = new Map<string, NameProblem>();
	const spellings = new Map<string, string>();
	const told = new Set<string>();
	for (const path of paths) {
		const parts = path.split('/');
		for (const [index, name] of parts.entries()) {
			const upTo = parts.slice(0, index + 1).join('/');
			const folded = upTo.normalize('NFC').toUpperCase().toLowerCase();
			const first = spellings.get(folded) ?? upTo;
			spellings.set(folded, first);
			const problem = first === upTo ? nameProblem(name) : twinOf(first);
			if (!problem || told.has(upTo)) continue;
			told.add(upTo);
			problems.set(path, problem);
			break;
		}
	}
	return problems;
}

const twinOf = (first: string): NameProblem => ({
	message: `the path differs only in capitals or accents from ${first}.`,
	fix: 'Rename one of the two: on Windows and macOS they are the same file.',
});
