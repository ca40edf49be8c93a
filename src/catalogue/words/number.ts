/** Numbers as pages write them: British grouping, at most four decimals. */

// Making a formatter costs far more than using one, and pages hold hundreds of numbers.
const british = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/**
 * @example
 * formatNumber(8000) // => '8,000'
 */
export function formatNumber(value: number): string {
	// Most numbers are small counts, which have nothing to format.
	if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
	return british.format(value);
}

/** A number with its short unit: a sign stands close, a word apart, and /1,000 reads per 1,000. */
export function withSymbol(value: number, symbol = ''): string {
	const unit = symbol.replace(/^\//, 'per ');
	return `${formatNumber(value)}${/^[\p{L}\p{N}]/u.test(unit) ? ' ' : ''}${unit}`;
}
