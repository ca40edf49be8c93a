/** Where the coverage maps are: their pages, and the same as files. */
import { apiPath } from '../../model/api-path.ts';

export const COVERAGE = '/coverage/';
export const COVERAGE_JSON = apiPath('coverage');

/** Columns of one map; beyond it there are further pages. */
export const MOST_COLUMNS = 26;

/** The page of a map, such as `risks` or `frameworks/gdpr`. */
export const mapPath = (name: string, page = 1): string =>
	page === 1 ? `${COVERAGE}${name}/` : `${COVERAGE}${name}/${page}/`;
export const mapCsvPath = (name: string): string => `/coverage/${name}.csv`;
export const mapJsonName = (name: string): string => `coverage/${name}`;
