/**
 * Records an approval of a pattern, bound to the content of its folder.
 *
 * How a pattern comes to be approved: `status` is part of the content, so it is set before anyone
 * signs. The author sets `status: approved` in a pull request; the rule `approval-complete` keeps
 * the checks red. Each seat runs this command on that branch, which commits nothing but
 * approvals.yaml, the one file of the folder that is not part of the digest. With the last seat the
 * checks turn green and the pull request can be merged. Until then readers of the site see the
 * version on the main branch: proposed, or approved as it was before. Whoever changes a byte
 * meanwhile turns the checks red again, and every seat signs anew.
 */
import { parseArgs } from 'node:util';
import { digestOfContents, patternContents } from '#catalogue/judge/approval/digest.ts';
import { withApproval } from '#catalogue/judge/approval/record.ts';
import { type Standing, standingOf } from '#catalogue/judge/approval/standing.ts';
import { reviewDue, tierOf } from '#catalogue/judge/tier.ts';
import { checkFiles, loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { type Finding, formatFinding } from '#catalogue/model/finding.ts';
import { readFiles } from '#catalogue/read/files.ts';
import { isSamePerson } from '#catalogue/rules/separation.ts';
import { type Approval, approvalsSchema } from '#schemas/approvals.ts';
import { councilSeat } from '#schemas/vocabularies.ts';
import {
	authorsFor,
	blocks,
	isClaimed,
	requireCommitted,
	requireOpenSeat,
} from '../approval/gate.ts';
import { fitting, oneOf, positional, required } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { requireBranch, requireRoot } from '../git.ts';
import { identityOf } from '../git-authors.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';
import { writeAll } from '../write-files.ts';

const { by: BY, conditions: CONDITIONS } = approvalsSchema.shape.approvals.element.shape;

export const approve = defineCommand({
	name: 'approve',
	writes: true,
	summary: 'Record the approval of a pattern by a seat of the council, bound to its content.',
	usage: [
		'npm run approve -- PATTERN --by NAME --seat SEAT [--conditions TEXT]...',
		'  --by NAME          who approves, as the person signs',
		`  --seat SEAT        ${councilSeat.values.join(', ')}; the tier says which are needed`,
		'  --conditions TEXT  what must be done or kept; may be given several times',
		'The order of things: set `status: approved` on a branch and commit it; the checks are red.',
		'Each seat runs this on that branch and commits approvals.yaml. With the last seat they turn',
		'green: merge. Until then the site shows what stands on the main branch. A change of any other',
		'file of the folder needs every approval anew.',
		'Exit codes: 0 recorded, 1 the pattern is not ready, 2 wrong call or wrong state of git.',
	],
	async run(args, io) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				by: { type: 'string' },
				seat: { type: 'string' },
				conditions: { type: 'string', multiple: true, default: [] },
			},
		});
		const [name] = positional(positionals, 'the pattern');
		const by = fitting('--by', required('--by', values.by, 'who approves'), BY);
		const seatName = required('--seat', values.seat, 'in which seat');
		const seat = oneOf('--seat', seatName, councilSeat.values);
		// The field has a default around it; its inner array knows the rule for one condition.
		const condition = CONDITIONS.unwrap().element;
		const conditions = values.conditions.map((text) => fitting('--conditions', text, condition));
		await requireRoot(io.cwd);
		await requireBranch(io.cwd);
		const { catalogue, findings } = await loadCatalogue(io.cwd);
		const blocking = findings.filter((finding) => blocks(finding, folderOf(name)));
		if (blocking.length > 0) return refused(blocking, io);
		const pattern = catalogue.patterns.get(
			findEntry(name.replace(/^patterns\//, ''), ['patterns'], catalogue).id,
		);
		if (!pattern || !isClaimed(pattern, io)) return 1;
		await requireCommitted(pattern, catalogue, io.cwd);
		const standing = standingOf(pattern, catalogue);
		requireOpenSeat(seat, by, standing, tierOf(pattern.data, catalogue.policy), catalogue.today);
		const authors = await authorsFor(pattern, catalogue, standing, io.cwd);
		const author = authors.find((one) => isSamePerson(one, by));
		if (author) {
			throw new UsageError(
				`${author} wrote part of what is approved, so "${by}" cannot approve it.`,
				'Ask a person for this seat who wrote none of it.',
			);
		}
		const identity = await identityOf(io.cwd);
		const same = authors.find((one) => identity !== undefined && isSamePerson(one, identity));
		if (same) {
			throw new UsageError(
				`git here is set to ${identity}, who wrote part of what is approved.`,
				`Whoever fills the seat runs this in a clone of their own, under their own name.`,
			);
		}
		const approval: Approval = {
			version: pattern.data.version,
			digest: standing.digest,
			seat,
			by,
			date: catalogue.today,
			reviewBy: reviewDue(
				catalogue.today,
				tierOf(pattern.data, catalogue.policy),
				catalogue.policy,
			),
			authors,
			conditions,
		};
		remind(approval, catalogue.approvals.get(pattern.id)?.data.approvals ?? [], io);
		return record(pattern, approval, catalogue, io);
	},
});

/** Conditions are given anew with each approval; one that the seat set before is easily lost. */
function remind(approval: Approval, before: readonly Approval[], { out }: Pick<Io, 'out'>): void {
	const last = before.findLast(({ seat }) => seat === approval.seat);
	const lost = (last?.conditions ?? []).filter((text) => !approval.conditions.includes(text));
	for (const text of lost) {
		out(`On ${last?.version} this seat asked: ${text}`);
		out('    It does not hold for this approval; if it should, give it again with --conditions.');
	}
}

const folderOf = (name: string) => `patterns/${name.replace(/^patterns\//, '')}/`;

function refused(findings: readonly Finding[], { out, error }: Pick<Io, 'out' | 'error'>): number {
	for (const finding of findings) out(formatFinding(finding));
	error('Nothing is approved while it has errors.');
	error('    Put them right, commit, and run it again.');
	return 1;
}

/** Checks the new record in memory, among everything else, before a file is touched. */
async function record(
	pattern: Entry<'patterns'>,
	approval: Approval,
	catalogue: Catalogue,
	io: Io,
): Promise<number> {
	const path = `patterns/${pattern.id}/approvals.yaml`;
	const files = readFiles(io.cwd);
	const contents = patternContents(pattern, catalogue);
	const text = withApproval(files.find((file) => file.path === path)?.text, approval, contents);
	if (text === undefined || digestOfContents(contents) !== approval.digest) {
		throw new UsageError(
			`${path} is not as this command writes it.`,
			`Restore it: git checkout HEAD -- ${path}`,
		);
	}
	const others = files.filter((file) => file.path !== path);
	const next = await checkFiles([...others, { path, text }], { today: catalogue.today });
	const broken = next.findings.filter((finding) => finding.file === path && blocks(finding, path));
	if (broken.length > 0) return refused(broken, io);
	writeAll(io.cwd, [{ path, text }], { overwrite: true });
	const after = next.catalogue.patterns.get(pattern.id);
	report(approval, pattern.id, after && standingOf(after, next.catalogue), io);
	return 0;
}

function report(approval: Approval, id: string, standing: Standing | undefined, { out }: Io): void {
	const seat = councilSeat.label(approval.seat);
	out(`${approval.by} (${seat}) approves ${id} ${approval.version} until ${approval.reviewBy}.`);
	out(`    SHA-256 ${approval.digest}`);
	const open = [...(standing?.missing ?? []), ...(standing?.expired ?? [])];
	const commit = `git add patterns/${id}/approvals.yaml && git commit`;
	if (open.length === 0) {
		out('Every seat of the tier has approved.');
		out(`    Next: ${commit}, push, and merge when the checks are green.`);
		return;
	}
	out(`Still missing: ${open.map((one) => councilSeat.label(one)).join(', ')}.`);
	out(`    Next: ${commit}, push; the next seat runs this on the same branch.`);
}
