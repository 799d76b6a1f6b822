/**
 * With what a text begins that a spreadsheet would run instead of showing it: = + - @, tab, carriage return, line feed
 * and the full-width forms of the four signs. Source: OWASP, "CSV Injection".
 */
export const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** The same, but for a sign before digits alone: a number below zero or a phone, where a file has such as text. */
export const FORMULA = /^(?:[=@\t\r\n＝＠]|[+\-＋－](?![\d\s().,-]*$))/;
