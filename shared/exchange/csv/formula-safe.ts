/**
 * A text cell as it may stand in a CSV file that a spreadsheet program will open: what would be read as a formula gets a leading
 * apostrophe, and so does a text that already begins with an apostrophe before such a sign, so that reading back is exact (CWE-1236).
 * Phone numbers in international form are left alone.
 */
export function formulaSafe(text: string): string {
  return dangerous.test(text) && !internationalPhone.test(text) ? `'${text}` : text;
}

/** The text that `formulaSafe` was given. Only for files recognised as our own. */
export function formulaUnsafe(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) && !internationalPhone.test(text.slice(1)) ? text.slice(1) : text;
}

const dangerous = /^'*[=+\-@\t\r]/;
const internationalPhone = /^\+\d[\d ().-]{5,}$/;
