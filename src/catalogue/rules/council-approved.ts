/** The roster and the policy decide what counts, so the council itself signs each change of them. */
import { faultsOf } from '../judge/approval/faults.ts';
import { approvalsAbout } from '../judge/approval/given.ts';
import { signWords } from '../judge/approval/sign-words.ts';
import { soundFor } from '../judge/approval/standing.ts';
import { POLICY, ROSTER, type Subject, subjectNamed } from '../judge/approval/subject.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

export const councilApproved: Rule = {
	id: 'council-approved',
	phase: 'policy',
	severity: 'error',
	summary:
		'From the first signature on, a quorum of the council has signed the roster and the policy.',
	why: 'If one person could add a key or lower a requirement, that person could approve anything. The first roster is trusted unchecked. After that, the current members sign each change.',
	source:
		'Our own rule: the root of trust. `npm run judge` checks the signatures with the roster of the base',
	*check(catalogue) {
		for (const [name, path] of [
			[ROSTER, ['council', 'version']],
			[POLICY, ['version']],
		] as const) {
			const subject = subjectNamed(name, catalogue);
			const problem = subject && unsigned(subject, catalogue);
			if (subject && problem) yield { entry: subject.entry, path, ...problem };
		}
	},
};

/** Seats whose members have signed exactly this roster or policy. */
function signedSeats(subject: Subject, catalogue: Catalogue): string[] {
	const signed = soundFor(subject, catalogue).filter(
		({ digest, version, proof }) =>
			digest === subject.digest && version === subject.version && proof === 'signed',
	);
	return [...new Set(signed.map(({ seat }) => seat))];
}

/** Whether nobody has ever signed it: then it is trusted because there is nothing to compare with. */
export const isFirstUse = ({ name }: Subject, catalogue: Catalogue): boolean =>
	approvalsAbout(name, catalogue).every((one) => faultsOf(one, catalogue).length > 0);

function unsigned(
	subject: Subject,
	catalogue: Catalogue,
): Pick<Problem, 'message' | 'fix'> | undefined {
	const { name, title, version, quorum = 1 } = subject;
	if (approvalsAbout(name, catalogue).length === 0) return undefined;
	const seats = signedSeats(subject, catalogue);
	if (seats.length >= quorum) return undefined;
	const open = catalogue.organisation.council.seats
		.map(({ seat }) => seat)
		.filter((seat) => !seats.includes(seat));
	return {
		message: `${title.toLowerCase()} ${version} is signed by ${seats.length} of ${quorum} seats.`,
		fix: `Raise its version if you changed it. Members of the old roster sign: ${signWords(name, open)}`,
	};
}
