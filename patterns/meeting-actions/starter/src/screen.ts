/** Node screen: names become marks, secrets and identifiers go, and what still shows one is held. */
import { CONTROL } from './controls/data-loss-prevention.ts';
import { CONTROL as FILTER, openScreen, screenShape } from './controls/prompt-injection-filter.ts';
import { limitsShape } from './controls/rate-spend-limits.ts';
import { redactTexts } from './controls/screen-texts.ts';
import type { MeetingRecord } from './entry.ts';
import { type Masking, marksIn, openMasking, withoutTypedMarks } from './names.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, number, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import { counted } from './run/counted.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

/** Finds names that are on no list. Call the recogniser of your platform here. */
export type FindNames = (source: string) => Promise<string[]>;

const namesShape = fields({
	/** First names and surnames that are also words; written small they stay. */
	words: list(text),
	/** First names the floor recogniser knows, and titles it goes by. */
	given: list(text),
	titles: list(text),
	/** Capitalised words that follow a first name and are no surname. */
	noSurnames: list(text),
	/** The recogniser must answer within this time, or the record is held. */
	seconds: number,
});
type NamesPolicy = ReturnType<typeof namesShape>;

export interface Screened {
	masking: Masking;
	title: string;
	record: string;
	/** Lines that give orders to a tool: the organiser sees them, the model does not. */
	leftOut: readonly string[];
	/** Puts further texts of the same meeting through the same screen. */
	clean: (texts: readonly string[]) => Promise<string[]>;
}

export type ScreenRecord = (run: Run, found: MeetingRecord, kind: string) => Promise<Screened>;

/** @param recognise replaces the floor of policy/names.yaml, which knows names by their form */
export function openRecordScreen({ root, redact }: Services, recognise?: FindNames): ScreenRecord {
	const policy = readPolicy(root, 'policy/names.yaml', namesShape);
	const { item } = readPolicy(root, 'policy/limits.yaml', limitsShape);
	const most = item?.characters ?? 0;
	const findNames = within(policy.seconds, recognise ?? floorRecogniser(policy));
	const orders = readPolicy(root, 'policy/screen.yaml', screenShape);
	const strip = openScreen(orders);
	/** Each line by itself: what people paste into a chat is one line among many. */
	const isOrder = (line: string) => strip([line]).score >= orders.holdAt;
	return async (run, { title, text: source, attended, absent }, kind) => {
		run.at('screen');
		const masking = openMasking(attended, absent, new Set(policy.words));
		const masked = async (texts: readonly string[]) => {
			const known = strip(texts).texts.map((one) => masking.mask(withoutTypedMarks(one)));
			const found = await findNames(known.join('\n'));
			return known.map((one) => masking.maskFound(one, found));
		};
		const marked = await masked([title, source]);
		const people = marksIn(marked.join('\n')).length;
		run.changed(CONTROL, `Names became marks, of ${counted(people, 'person', 'people')} in all.`);
		const [cleanTitle = '', whole = ''] = redactTexts(run, marked, redact);
		if (kind === 'transcript') assertSpeakersMasked(whole);
		const leftOut = whole.split('\n').filter(isOrder);
		const record = whole
			.split('\n')
			.filter((line) => !isOrder(line))
			.join('\n');
		if (leftOut.length > 0) {
			run.changed(
				FILTER,
				`Left out, with instructions to a tool: ${counted(leftOut.length, 'line')}.`,
			);
		} else run.passed(FILTER, `No line at ${orders.holdAt} or above.`);
		run.signals({ 'aicat.meeting.characters': record.length });
		if (record.length > most) {
			const message = `${record.length} characters; ${most} are allowed.`;
			throw new Refusal('rate-spend-limits', 'too-long', message);
		}
		const clean = async (texts: readonly string[]) => redactTexts(run, await masked(texts), redact);
		return { masking, title: cleanTitle, record, leftOut, clean };
	};
}

/**
 * A line of a transcript starts with who speaks. A speaker in plain words is somebody who is not on
 * the list of those present, or a forged line.
 */
function assertSpeakersMasked(record: string): void {
	const speaker = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}(?: \([^)\n]{1,20}\))?:/mu;
	if (!speaker.test(record)) return;
	const message = 'A speaker is not on the list of those present, so the name would stay.';
	throw new Refusal(CONTROL, 'name-left', message);
}

/** Names by form: a title, or a first name that is on the list, with the capitalised words after it. */
function floorRecogniser({ given, titles, noSurnames }: NamesPolicy): FindNames {
	const surname = `(?:\\s+(?!(?:${noSurnames.join('|')})\\b)\\p{Lu}[\\p{L}'’-]+)`;
	const pattern = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:(?:${titles.join('|')})\\.?${surname}{1,2}|(?:${given.join('|')})(?![\\p{L}\\p{N}])${surname}?)`,
		'gu',
	);
	return async (source) => [...new Set(source.match(pattern) ?? [])];
}

/** A recogniser that fails, or is slower than this, holds the record: what it missed is not known. */
function within(seconds: number, find: FindNames): FindNames {
	return async (source) => {
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Error('too slow')), seconds * 1000);
		});
		try {
			return await Promise.race([find(source), late]);
		} catch {
			throw new Refusal(CONTROL, 'screen-down', 'The name recogniser did not answer in time.');
		} finally {
			clearTimeout(timer);
		}
	};
}
