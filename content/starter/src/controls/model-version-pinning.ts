/** Only listed aliases are called, and only answers of the pinned version of each are used. */
import { fields, list, text } from '../policy/shape.ts';
import { Refusal } from '../refusal.ts';

export const CONTROL = 'model-version-pinning';

export const modelShape = fields({
	models: list(fields({ alias: text, pinned: text })),
});

/** Pinned version by alias. */
export type Pins = ReadonlyMap<string, string>;

export const pinsOf = ({ models }: ReturnType<typeof modelShape>): Pins =>
	new Map(models.map(({ alias, pinned }) => [alias, pinned]));

/** @throws Refusal for an alias that is not on the list. */
export function pinOf(alias: string, pins: Pins): string {
	const pin = pins.get(alias);
	if (pin !== undefined) return pin;
	const known = [...pins.keys()].join(', ');
	const message = `The alias "${alias}" is not in policy/model.yaml (${known}).`;
	throw new Refusal(CONTROL, 'model-not-listed', message);
}

/** @throws Refusal if another version answered than the one that was tested. */
export function assertPinned(answered: string, pin: string): void {
	if (answered === pin) return;
	const message = `"${answered.slice(0, 60)}" answered, but policy/model.yaml says "${pin}".`;
	throw new Refusal(CONTROL, 'model-changed', message);
}
