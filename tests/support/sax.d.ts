/** The part of the strict XML parser that tests use; the package brings no types. */
declare module 'sax' {
	interface Parser {
		onerror: (error: Error) => void;
		onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
		onclosetag: () => void;
		ontext: (text: string) => void;
		oncdata: (text: string) => void;
		write: (xml: string) => Parser;
		close: () => Parser;
	}
	const sax: { parser: (strict: boolean) => Parser };
	export default sax;
}
