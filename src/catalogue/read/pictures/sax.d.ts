/** The part of the strict XML parser that is used here and in tests; the package brings no types. */
declare module 'sax' {
	export interface QualifiedAttribute {
		name: string;
		prefix: string;
		local: string;
		uri: string;
		value: string;
	}
	export interface Tag<Attribute> {
		name: string;
		/** Without its prefix, and the address of its namespace; only with `xmlns`. */
		local: string;
		uri: string;
		attributes: Record<string, Attribute>;
	}
	interface Parser<Attribute> {
		/** Counted from 0. */
		line: number;
		column: number;
		error: Error | null;
		onerror: (error: Error) => void;
		onopentag: (tag: Tag<Attribute>) => void;
		onclosetag: () => void;
		ontext: (text: string) => void;
		oncdata: (text: string) => void;
		ondoctype: (doctype: string) => void;
		onprocessinginstruction: (instruction: { name: string; body: string }) => void;
		write: (xml: string) => Parser<Attribute>;
		close: () => Parser<Attribute>;
	}
	function parser(strict: true): Parser<string>;
	function parser(
		strict: true,
		options: { xmlns: true; strictEntities: true },
	): Parser<QualifiedAttribute>;
	const sax: { parser: typeof parser };
	export default sax;
}
