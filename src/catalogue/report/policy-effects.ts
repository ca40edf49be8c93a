/** What a change of the policy does to patterns whose own files it does not touch. */
import { councilSeat, tier as tiers } from '#schemas/vocabularies.ts';
import { requiredControls, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { inside, listOf } from '../words/phrase.ts';

/** One line for every pattern whose tier, required controls or seats move because of the policy. */
export function policyEffects(base: Catalogue, head: Catalogue): string[] {
	return [...head.patterns.values()].flatMap((pattern) => {
		const effects = effectsOn(pattern, base, head);
		return effects.length > 0 ? [`${pattern.data.title}: ${effects.join('; ')}`] : [];
	});
}

/** The pattern as it is now, under the policy before and after. */
function effectsOn({ data }: Entry<'patterns'>, base: Catalogue, head: Catalogue): string[] {
	const [was, is] = [tierOf(data, base.policy), tierOf(data, head.policy)];
	const label = (tier: typeof was) => inside(tiers.label(tier));
	const required = ({ policy }: Catalogue) =>
		requiredControls(data, policy).map(({ control }) => control);
	const [before, after] = [required(base), required(head)];
	const present = new Set(data.controls.map(({ control }) => control));
	const title = (id: string) => (head.controls.get(id) ?? base.controls.get(id))?.data.title ?? id;
	const added = after
		.filter((id) => !before.includes(id))
		.map((id) => `${inside(title(id))} (${present.has(id) ? 'it has it' : 'missing'})`);
	const dropped = before.filter((id) => !after.includes(id)).map((id) => inside(title(id)));
	const seats = (tier: typeof was, { policy }: Catalogue) =>
		listOf(policy.approval.seats[tier].map(councilSeat.label));
	const [seatsBefore, seatsAfter] = [seats(was, base), seats(is, head)];
	return [
		was === is ? '' : `tier ${label(was)} → ${label(is)}`,
		added.length > 0 ? `must now have ${listOf(added)}` : '',
		dropped.length > 0 ? `no longer needs ${listOf(dropped)}` : '',
		seatsBefore === seatsAfter ? '' : `seats ${seatsBefore} → ${seatsAfter}`,
	].filter((effect) => effect !== '');
}
