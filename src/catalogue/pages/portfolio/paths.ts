/** Where the portfolio is: its page, the pages of its groups, and the same as files. */
import { apiPath } from '../../model/api-path.ts';

export const PORTFOLIO = '/portfolio/';
export const PORTFOLIO_CSV = '/portfolio.csv';
export const PORTFOLIO_JSON = apiPath('portfolio');

/** Uses in one table; beyond it they are grouped by outcome, a page for each group. */
export const MOST_USES = 40;
/** Names in one cell; the rest is a number. */
export const MOST_NAMES = 6;

/** The page of the uses of an outcome, from the first page on. */
export const groupPath = (outcome: string, page = 1): string =>
	page === 1 ? `${PORTFOLIO}${outcome}/` : `${PORTFOLIO}${outcome}/${page}/`;
