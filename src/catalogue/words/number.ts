/** Numbers as pages write them: British grouping, at most four decimals. */

// Making a formatter costs far more than using one, and pages hold hundreds of numbers.
const british = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/**
 * @example
 * formatNumber(8000) // => '8,000'
 */
export function formatNumber(value: number): string {
	return british.format(value);
}
