/** Whether a unit is money, and whether it says of which currency. */
import { isCurrency } from '#schemas/fields.ts';

/** Words that a unit of money opens with; "budget overruns" are counted, not paid. */
const MONEY =
	/\b(?:currency|currencies|money)\b|^(?:(?:total|unit|average|mean|median|annual|monthly|saved|net|gross|staff|model) )*(?:costs?|prices?|spend|spending|revenue|turnover|savings?|expenses?|expenditure|fees?|profit)\b(?! (?:overruns?|cent(?:re|er)s?|codes?|alerts?|reports?))/i;
/** A share of money, or time, is no amount of it. */
const OTHER = /%|\bper ?cent\b|\b(?:share|ratio|score|index|number|count|hours?|minutes?|days?)\b/i;

const SIGN = /[$£¥€₣₤₦₩₪₫₱₴₹₺₽₿]/;
const NAME =
	/\b(?:euros?|cents?|pounds?|sterling|pence|dollars?|yen|yuan|renminbi|francs?|kron(?:a|or|e|er)|koruna|zloty|zlotys|forints?|leu|lei|lira|rupees?|rand|real|reais|pesos?|won|shekels?|dirhams?|riyals?|baht|rupiah|ringgit|dong|hryvnia)\b/i;

/**
 * Whether a unit is an amount of money of no currency.
 *
 * @example
 * lacksCurrency('cost per case') // => true
 * lacksCurrency('EUR per case') // => false
 */
export function lacksCurrency(unit: string): boolean {
	if (!MONEY.test(unit) || OTHER.test(unit)) return false;
	if (SIGN.test(unit) || NAME.test(unit)) return false;
	return !(unit.match(/\b[A-Z]{3}\b/g) ?? []).some(isCurrency);
}
