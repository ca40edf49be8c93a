/** What changed in the files that are told with a prompt: its cases, and its released texts. */
import type { Catalogue } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';
import { dataChanges } from './entry-changes.ts';
import type { Change } from './report.ts';

/** Cases that came, went or changed. */
export function caseChanges(id: string, base: Catalogue, head: Catalogue): Change[] {
	const [before, after] = [base.cases.get(id), head.cases.get(id)];
	const beside = { impact: 'patch', because: 'A test of the prompt.', beside: true } as const;
	if (before && after) {
		return dataChanges(before, after, [head, base]).map((change) => ({ ...change, ...beside }));
	}
	if (before) return [{ text: 'Every case is removed', ...beside }];
	if (!after) return [];
	return [{ text: `${countOf(after.data.cases.length, 'case')} added`, ...beside }];
}

/** Released texts that came; one that went or changed breaks a promise. */
export function releaseChanges(id: string, base: Catalogue, head: Catalogue): Change[] {
	const record = { because: 'A released text never changes.', beside: true } as const;
	const ids = [...new Set([...base.releases.keys(), ...head.releases.keys()])];
	return ids
		.filter((release) => release.split('@')[0] === id)
		.flatMap((release): Change[] => {
			const [before, after] = [base.releases.get(release), head.releases.get(release)];
			const name = `Released text ${release.split('@')[1] ?? ''}`;
			if (!before)
				return [{ text: `${name} will be kept from now on`, impact: 'patch', ...record }];
			if (!after) return [{ text: `${name} is removed`, impact: 'major', ...record }];
			if (before.source === after.source) return [];
			return [{ text: `${name} is changed`, impact: 'major', ...record }];
		});
}
