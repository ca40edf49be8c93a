/** Amounts of money as pages write them, always with their currency. */
import { formatNumber } from './number.ts';

/**
 * An amount; small ones with the decimals that tell them apart.
 *
 * @example
 * moneyWords(3910, 'GBP') // => '£3,910'
 * moneyWords(0.095, 'GBP') // => '£0.095'
 */
export function moneyWords(amount: number, currency: string): string {
	const whole = Math.abs(amount) >= 100;
	const decimals = whole ? 0 : Math.abs(amount) >= 1 ? 2 : 3;
	try {
		return new Intl.NumberFormat('en-GB', {
			style: 'currency',
			currency,
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals,
		}).format(amount);
	} catch {
		// The schema asks for three letters; not every three letters are a currency.
		return `${currency} ${formatNumber(amount)}`;
	}
}
