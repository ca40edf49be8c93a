/** How verdicts and states of proof look: the same word with the same mark on every page. */
import {
	type LimitVerdict,
	limitVerdict,
	type MeasureVerdict,
	measureVerdict,
	type ProofState,
	proofState,
} from '#schemas/vocabularies.ts';
import { type Column, type Inline, mark, type Sign, type Tone } from './blocks.ts';

type Look = readonly [tone: Tone, sign: Sign];

const measures: Record<MeasureVerdict, Look> = {
	'on-target': ['ok', 'tick'],
	'off-target': ['warn', 'half'],
	'not-resolved': ['mute', 'part'],
	'too-early': ['mute', 'open'],
	'not-measured': ['warn', 'open'],
};

const limits: Record<LimitVerdict, Look> = {
	met: ['ok', 'tick'],
	'not-met': ['bad', 'cross'],
	'not-resolved': ['mute', 'part'],
};

const proofs: Record<ProofState, Look> = {
	planned: ['mute', 'open'],
	built: ['mute', 'part'],
	proven: ['ok', 'tick'],
	lapsed: ['warn', 'clock'],
	waived: ['warn', 'half'],
};

export const measureMark = (verdict: MeasureVerdict): Inline =>
	mark(measureVerdict.label(verdict), ...measures[verdict]);

export const limitMark = (verdict: LimitVerdict): Inline =>
	mark(limitVerdict.label(verdict), ...limits[verdict]);

export const proofMark = (state: ProofState): Inline =>
	mark(proofState.label(state), ...proofs[state]);

/** How a verdict on a measure is drawn: neither good nor bad while it is not resolved. */
export const drawnAs = (verdict: MeasureVerdict): 'met' | 'not-met' | 'not-resolved' | undefined =>
	verdict === 'not-resolved' ? 'not-resolved' : verdict === 'on-target' ? 'met' : undefined;

/** What every table of controls says of their proof. */
export const PROOF_COLUMNS: readonly (string | Column)[] = [
	'Control',
	{ label: 'State', state: true },
	'What shows it',
	{ label: 'Dated', whole: true },
	{ label: 'Good until', whole: true },
	'Recorded by',
];
