/** Brings content that was written for an older form of the catalogue up to the form of today. */
import type { SourceFile } from '../../read/files.ts';
import { moveApprovals } from './approvals.ts';
import { completeCouncil, formOf } from './council.ts';
import { takeFacts } from './facts.ts';
import type { FileMove, Step } from './move.ts';
import { splitRegisters } from './register.ts';
import { renameStatuses } from './statuses.ts';

/** What leads from each form to the next, oldest first. A new form is one line here. */
const FORMS: readonly { to: number; steps: readonly Step[] }[] = [
	{ to: 2, steps: [splitRegisters, takeFacts, renameStatuses, moveApprovals, completeCouncil] },
];

/** Every file that must change. Run on content that is up to date it gives nothing. */
export function migrated(files: readonly SourceFile[]): FileMove[] {
	const moves = new Map<string, FileMove>();
	let now = files;
	const from = formOf(files);
	for (const step of FORMS.flatMap(({ to, steps }) => (to > from ? steps : []))) {
		const found = step(now);
		for (const move of found) moves.set(move.path, move);
		now = apply(now, found);
	}
	return [...moves.values()];
}

function apply(files: readonly SourceFile[], moves: readonly FileMove[]): SourceFile[] {
	const next = new Map(files.map((file) => [file.path, file]));
	for (const { path, text } of moves) {
		if (text === undefined) next.delete(path);
		else next.set(path, { path, text });
	}
	return [...next.values()];
}
