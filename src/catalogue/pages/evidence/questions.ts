/** Ten questions that auditors ask, each answered from the pack, or told that the answer is missing. */
import {
	type AnswerState,
	councilSeat,
	dataClass,
	type EvidenceCheck,
	measureVerdict,
	proofState,
} from '#schemas/vocabularies.ts';
import { modelHistory } from '../../judge/evidence/history.ts';
import { isHeld, type PackItem } from '../../judge/evidence/item.ts';
import type { Pack } from '../../judge/evidence/pack.ts';
import { lastCheck } from '../../judge/portfolio/flags.ts';
import { useOf } from '../../judge/portfolio/uses.ts';
import { resultsOf } from '../../judge/records/evaluation.ts';
import { proofCounts, proofsOf } from '../../judge/records/proof.ts';
import { computeTier } from '../../judge/tier.ts';
import { incidentsOf, isOpen } from '../../judge/use/incidents.ts';
import { usesOf } from '../../judge/use/live.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { teamOf } from '../../model/team.ts';
import { titleById } from '../../model/title.ts';
import { countOf } from '../../words/count.ts';
import { longDay, longMonth } from '../../words/day.ts';
import { formatNumber, withSymbol } from '../../words/number.ts';
import { inside, listOf } from '../../words/phrase.ts';
import { personalWords } from '../portfolio/four.ts';
import { toDoWords } from './items.ts';
import { lacksPlaces, placesWords } from './places.ts';

export interface AnsweredQuestion {
	question: string;
	answer: string;
	/** The item that the answer is from, where the tier requires one. */
	item: PackItem | undefined;
	/** How much of the answer the pack has. */
	state: AnswerState;
}

/** What the pack says to a question, and whether a part of the answer is still open. */
interface Said {
	text: string;
	state: AnswerState;
}

const answered = (text: string): Said => ({ text, state: 'answered' });
/** The same while something of it is missing: an answer with a hole is not an answer. */
const unless = (open: boolean, text: string): Said => ({
	text,
	state: open ? 'partly' : 'answered',
});

type Answer = (pack: Pack, catalogue: Catalogue) => Said;

/** The question, the check or kind of the item it is answered from, and what the pack says. */
const questions: readonly {
	question: (pack: Pack) => string;
	from: EvidenceCheck | 'log-config';
	/** Whether the answer stands on its own while the item is not held. */
	always?: true;
	answer: Answer;
}[] = [
	{
		question: () => 'What does it do, and who is responsible for it?',
		from: 'summary',
		answer: ({ subject: { collection, data } }, catalogue) =>
			answered(
				collection === 'use-cases'
					? `${data.summary} Responsible: ${data.businessOwner}. Run by ${teamOf(data.owner, catalogue).name}.`
					: `${data.summary} Responsible: ${teamOf(data.owner, catalogue).name}.`,
			),
	},
	{
		question: ({ tier }) => `Why is it ${tier} tier, and what can go wrong?`,
		from: 'summary',
		answer: ({ tier, pattern }, catalogue) => {
			const { policy } = catalogue;
			const risks = pattern.data.risks.map(({ risk }) =>
				inside(titleById('risks', risk, catalogue)),
			);
			const named = ` Risks: ${listOf(risks)}. The file of the pattern says what remains of each.`;
			const { tier: computed, reasons } = computeTier(pattern.data, policy);
			if (computed !== tier)
				return answered(
					`It declares a stricter tier than the policy works out (${computed}).${named}`,
				);
			const why =
				reasons.length > 0 ? reasons.join(' ') : 'No answer about its exposure raises it.';
			return answered(why + named);
		},
	},
	{
		question: () => 'Who approved it, and what exactly?',
		from: 'approval',
		always: true,
		answer: ({ standing }) => {
			const { approvals, seats, missing, digest } = standing;
			if (approvals.length === 0)
				return {
					text: `Seats that must approve: ${formatNumber(seats.length)}. None has approved the content with the digest ${digest.slice(0, 16)}.`,
					state: 'missing',
				};
			const given = approvals.map(
				({ seat, by, date }) => `${by} (${inside(councilSeat.label(seat))}, ${longDay(date)})`,
			);
			const open =
				missing.length > 0
					? ` Missing: ${listOf(missing.map((seat) => inside(councilSeat.label(seat))))}.`
					: '';
			return unless(
				missing.length > 0,
				`${listOf(given)} approved the content with the digest ${digest.slice(0, 16)}.${open}`,
			);
		},
	},
	{
		question: () => 'Which data does it use, where is it kept, and who set its class?',
		from: 'classification',
		answer: (pack, catalogue) => {
			const where = placesWords(pack, catalogue);
			return unless(
				lacksPlaces(pack, catalogue),
				[classWords(pack), where].filter(Boolean).join(' '),
			);
		},
	},
	{
		question: () => 'Which model answers, since when, and does it run as approved?',
		from: 'model-history',
		answer: ({ subject }, catalogue) => {
			const now = modelHistory(subject, catalogue).filter(({ current }) => current);
			const said = now.map(({ id, version, since }) => {
				const title = titleById('models', id, catalogue);
				return `${title}, version ${version}, ${since ? `on record since ${longDay(since)}` : 'with no run on record'}.`;
			});
			const region =
				subject.collection === 'use-cases' ? ` Processed in: ${subject.data.model.region}.` : '';
			const running = runningWords(subject, catalogue);
			const open = running.state !== 'answered' || now.some(({ since }) => since === undefined);
			return unless(open, [said.join(' ') + region, running.text].join(' '));
		},
	},
	{
		question: () => 'Does it work, and for everyone?',
		from: 'evaluation',
		answer: (pack, catalogue) => {
			const { pattern, subject } = pack;
			const item = itemFrom('evaluation', pack);
			const run = item?.records.at(-1)?.record;
			if (!item || run?.kind !== 'evaluation') return answered('');
			const groups = resultsOf(run, pattern.data.evaluation.limits).filter(
				({ count }) => count.group,
			);
			const worst = [...groups].sort((a, b) => a.value - b.value)[0];
			const group = worst?.count.group;
			const byGroup =
				group === undefined
					? `Missing: results by group. The cases of the run are in ${listOf(run.dataset.languages)}.`
					: `By ${group.by}: ${groups.map(({ count, value }) => `${count.group?.is} ${formatNumber(Math.round(value * 10) / 10)}%`).join(', ')}.`;
			const measured =
				subject.collection === 'use-cases' ? measuresWords(subject.id, catalogue) : answered('');
			return unless(
				group === undefined || measured.state !== 'answered',
				[`${item.what}.`, byGroup, measured.text].filter(Boolean).join(' '),
			);
		},
	},
	{
		question: () => 'Which controls are in place, and which are waived?',
		from: 'control-mapping',
		answer: ({ subject }, catalogue) => {
			const counts = proofCounts(subject, catalogue);
			const open = [...proofsOf(subject, catalogue).values()].filter(
				({ required, state }) => required && state !== 'proven',
			);
			const rest = open.map(
				({ control, state, waivedUntil }) =>
					`${titleById('controls', control, catalogue)} (${inside(proofState.label(state))}${waivedUntil ? ` until ${longDay(waivedUntil)}` : ''})`,
			);
			return answered(
				`${counts.proven} of ${countOf(counts.required, 'required control')} ${counts.proven === 1 ? 'is' : 'are'} proven.${rest.length > 0 ? ` Not proven: ${listOf(rest)}.` : ''}`,
			);
		},
	},
	{
		question: () => 'What is logged, who can read it, and for how long is it kept?',
		from: 'log-config',
		answer: (pack, { policy }) => {
			const item = itemFrom('log-config', pack);
			const text = policy.telemetry.signals.find(({ subject }) => subject === 'text');
			const kept = text
				? ` By policy the text of prompts and answers is kept for ${text.keepDays} days.`
				: '';
			const own =
				pack.subject.collection === 'use-cases'
					? ` Kept by the use: ${pack.subject.data.sources.map(({ system, keptFor }) => `${system}: ${inside(keptFor)}`).join('; ')}.`
					: '';
			const set = item?.what ?? 'Missing: what is logged and who can read it.';
			return unless(item === undefined, `${set}${kept}${own}`);
		},
	},
	{
		question: () => 'Do the people who use it know how?',
		from: 'training',
		answer: (pack) => {
			const item = itemFrom('training', pack);
			return answered(item ? `${item.what}.` : 'No training is required at this tier.');
		},
	},
	{
		question: () => 'What happens when it fails, and has it failed?',
		from: 'drill',
		always: true,
		answer: (pack, catalogue) => {
			const { subject } = pack;
			const drill = itemFrom('drill', pack);
			const open = drill !== undefined && !isHeld(drill);
			const rehearsed = !drill
				? 'No drill is required at this tier.'
				: open
					? `Missing: a drill that counts. ${drill.what}`
					: `${drill.what}.`;
			if (subject.collection === 'patterns') {
				const incidents = usesOf(subject.id, catalogue).flatMap((use) =>
					incidentsOf(use, catalogue),
				);
				return unless(
					open,
					`${teamOf(subject.data.decisionRights.respondsToFailure, catalogue).name} responds. ${rehearsed} ${incidentWords(incidents, catalogue)}`,
				);
			}
			const { who, how } = subject.data.switchOff;
			return unless(
				open,
				`${who} switches it off: ${how} ${rehearsed} ${incidentWords(incidentsOf(subject, catalogue), catalogue)}`,
			);
		},
	},
];

/** Which data it uses, and who set the class of each source. */
function classWords({ subject, pattern }: Pack): string {
	if (subject.collection === 'patterns') {
		const { data, personalData } = pattern.data.exposure;
		return `${dataClass.label(data)} data at most. ${personalWords(personalData)}. Each use case names its own sources.`;
	}
	return subject.data.sources
		.map(
			({ system, data, personalData, dataOwner, classifiedOn }) =>
				`${system}: ${inside(dataClass.label(data))}, ${inside(personalWords(personalData))}, class set by ${dataOwner} on ${longDay(classifiedOn)}.`,
		)
		.join(' ');
}

/** Whether the running copy is what was approved, as the last check of the team says. */
function runningWords(subject: Pack['subject'], catalogue: Catalogue): Said {
	if (subject.collection === 'patterns')
		return answered('Each use case records the checks of what runs.');
	const check = lastCheck(subject, catalogue)?.record;
	if (!check)
		return {
			text: `Missing: a check of the running copy against what was approved. ${teamOf(subject.data.owner, catalogue).name} records it: npm run record check use-cases/${subject.id}.`,
			state: 'missing',
		};
	const drifted = check.parts.filter(({ verdict }) => verdict === 'drift').map(({ name }) => name);
	const found =
		drifted.length === 0
			? 'nothing differs from what was approved'
			: `different from what was approved: ${listOf(drifted)}`;
	return answered(`Checked on ${longDay(check.on)}, ${countOf(check.files, 'file')}: ${found}.`);
}

function incidentWords(all: ReturnType<typeof incidentsOf>, { today }: Catalogue): string {
	if (all.length === 0) return 'No incidents have been recorded.';
	const open = all.filter(({ data }) => isOpen(data, today)).length;
	return `${countOf(all.length, 'incident')} recorded (${all.map(({ data }) => data.number).join(', ')}), ${open === 0 ? 'none open' : `${open} open`}.`;
}

/** What the main measure of a use shows. */
function measuresWords(id: string, catalogue: Catalogue): Said {
	const entry = catalogue['use-cases'].get(id);
	if (!entry) return answered('');
	const { measure, series, verdict } = useOf(entry, catalogue);
	const title = titleById('metrics', measure.metric, catalogue);
	const symbol = catalogue.metrics.get(measure.metric)?.data.symbol;
	const latest = series.latest?.record;
	return latest
		? answered(
				`In use: ${inside(title)} is ${withSymbol(latest.value, symbol)} in ${longMonth(latest.period)} (${inside(measureVerdict.label(verdict))}).`,
			)
		: { text: `Missing: a value of ${inside(title)} in use.`, state: 'missing' };
}

const itemFrom = (from: string, { items }: Pack): PackItem | undefined =>
	items.find(({ item }) => item.check === from || (item.check === undefined && item.kind === from));

/** The ten questions with what this pack answers. */
export function answersOf(pack: Pack, catalogue: Catalogue): AnsweredQuestion[] {
	return questions.map(({ question, from, always, answer }) => {
		const item = itemFrom(from, pack);
		const said = item === undefined || isHeld(item) || always ? answer(pack, catalogue) : undefined;
		if (said?.text) return { question: question(pack), answer: said.text, item, state: said.state };
		// The state beside it says that it is missing; the words say what to do.
		const gap = item?.toDo
			? `${item.what} ${toDoWords(item.toDo)}.`
			: `The policy does not require an item about this at ${pack.tier} tier.`;
		return { question: question(pack), answer: gap, item, state: 'missing' };
	});
}

/** How many of the questions the pack answers, and that the others say what is missing. */
export function answersWords(all: readonly AnsweredQuestion[]): string {
	const count = (state: AnswerState) => all.filter((one) => one.state === state).length;
	const [whole, partly] = [count('answered'), count('partly')];
	if (whole === all.length) return `The pack answers all ${all.length}.`;
	const some = partly > 0 ? ` in full and ${partly} in part` : '';
	return `The pack answers ${whole} of ${all.length}${some}. It says what is missing.`;
}
