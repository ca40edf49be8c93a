/**
 * The one switch. It is read again before each item, each call and each write, so that turning it
 * off also stops what has already started. A setting that cannot be read counts as off.
 */
import { readPolicy } from '../policy/read-policy.ts';
import { fields, flag, text } from '../policy/shape.ts';
import { Refusal } from '../refusal.ts';

export const CONTROL = 'kill-switch-rollback';
export const SWITCH_FILE = 'policy/switch.yaml';

const switchShape = fields({ setting: text, on: flag });

export interface KillSwitch {
	isOn: () => boolean;
	/** @throws Refusal if it is off. */
	assertOn: () => void;
}

/** A switch over anything that says on or off. If it cannot say, the switch is off. */
export function switchOver(read: () => boolean): KillSwitch {
	const isOn = () => {
		try {
			return read();
		} catch {
			return false;
		}
	};
	return {
		isOn,
		assertOn: () => {
			if (!isOn()) throw new Refusal(CONTROL, 'switched-off', 'The switch is off.');
		},
	};
}

/** The switch of policy/switch.yaml. Point it at the setting your duty team can reach. */
export const fileSwitch = (root: string): KillSwitch =>
	switchOver(() => readPolicy(root, SWITCH_FILE, switchShape).on);
