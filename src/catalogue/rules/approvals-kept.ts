/** The record of approvals is whole: what was signed can be worked out again from it. */
import { digestOfContents } from '../judge/approval/digest.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

export const approvalsKept: Rule = {
	id: 'approvals-kept',
	phase: 'structure',
	severity: 'error',
	summary:
		'Each approval names a version of the change log and a digest that its list of files adds up to.',
	why: 'The record is the proof of who approved what. An entry written or edited by hand would prove nothing, and nobody could tell it from a real one.',
	source: 'Ours: approval is bound to content',
	example: {
		in: 'approvals',
		fails: `contents:\n  "${'0'.repeat(64)}": { pattern.mdx: "${'1'.repeat(64)}" }`,
		passes: 'contents: {}',
	},
	*check(catalogue) {
		for (const record of catalogue.approvals.values()) {
			yield* patternKnown(record, catalogue);
			yield* approvalsOf(record, catalogue);
			yield* contentsOf(record);
		}
	},
};

const RESTORE = 'Restore the file from git; only `npm run approve` writes it.';

function* patternKnown(entry: Entry<'approvals'>, catalogue: Catalogue): Generator<Problem> {
	if (catalogue.knows('patterns', entry.id)) return;
	const message = `the record is of "${entry.id}", and there is no such pattern.`;
	yield { entry, path: [], message, fix: 'Move it to the folder of its pattern.' };
}

function* approvalsOf(entry: Entry<'approvals'>, { patterns }: Catalogue): Generator<Problem> {
	const { approvals, contents } = entry.data;
	const versions = patterns.get(entry.id)?.data.changes.map(({ version }) => version);
	for (const [index, { version, digest, date, reviewBy }] of approvals.entries()) {
		const at = (field: string) => ['approvals', index, field];
		if (versions && !versions.includes(version)) {
			const message = `the approval is of version ${version}, which is not in the change log.`;
			const fix = `Versions are ${versions.join(', ')}. ${RESTORE}`;
			yield { entry, path: at('version'), message, fix };
		}
		if (!Object.hasOwn(contents, digest)) {
			const message = `the files of the approved digest ${short(digest)} are not listed.`;
			yield { entry, path: at('digest'), message, fix: RESTORE };
		}
		if (reviewBy <= date) {
			const message = `the approval of ${date} ends on ${reviewBy}.`;
			yield { entry, path: at('reviewBy'), message, fix: RESTORE };
		}
		const before = approvals[index - 1];
		if (before && before.date > date) {
			const message = `the approval of ${date} stands below the one of ${before.date}.`;
			yield { entry, path: at('date'), message, fix: RESTORE };
		}
	}
}

function* contentsOf(entry: Entry<'approvals'>): Generator<Problem> {
	const { approvals, contents } = entry.data;
	for (const [digest, files] of Object.entries(contents)) {
		const path = ['contents', digest];
		if (!approvals.some((approval) => approval.digest === digest)) {
			const message = `no approval is of the digest ${short(digest)}.`;
			yield { entry, path, message, fix: RESTORE };
		}
		const sum = digestOfContents(files);
		if (sum === digest) continue;
		const message = `the files listed for ${short(digest)} add up to ${short(sum)}.`;
		yield { entry, path, message, fix: RESTORE };
	}
}

const short = (digest: string) => `${digest.slice(0, 12)}…`;
