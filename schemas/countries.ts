/** Countries by their two-letter codes, so that two entries never write one country in two ways. */
import { z } from 'zod';

/** Every code that ISO 3166-1 assigns. A list of our own: what Node knows changes with its version. */
const CODES = new Set(
	`AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
	BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
	ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
	HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
	LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
	NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
	SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
	UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
);

/** What people write for a country, and the code that it has. */
const OFTEN: Readonly<Record<string, string>> = {
	UK: 'write GB.',
	EL: 'write GR.',
	EU: 'name each country, such as DE and IE.',
	EEA: 'name each country, such as DE and IE.',
};

const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });

/** The name of a country in English: "DE" is Germany. */
export const countryName = (code: string): string => names.of(code) ?? code;

const byName = new Map([...CODES].map((code) => [countryName(code).toLowerCase(), code]));

function better(written: string): string {
	const upper = written.trim().toUpperCase();
	const code = CODES.has(upper) ? upper : byName.get(written.trim().toLowerCase());
	return code ? `write ${code}.` : (OFTEN[upper] ?? 'write two letters, such as DE.');
}

const country = z.string().refine((code) => CODES.has(code), {
	error: ({ input }) => `"${input}" is not the code of a country; ${better(String(input))}`,
});

/** The countries of a connector or a model, or those of one use of it. */
export const countries = z
	.array(country.meta({ pattern: '^[A-Z]{2}$' }))
	.min(1)
	.optional()
	.describe(
		'Countries where it processes and keeps data, as two-letter codes (ISO 3166-1), such as DE. Leave it out until you know. Evidence packs then say that it is missing.',
	)
	.meta({ label: 'Countries' });
