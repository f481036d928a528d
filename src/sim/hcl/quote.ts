/** A text in double quotes as Go's `%q` prints it. */
export { quote as goQuote } from '../go/quote.ts';
