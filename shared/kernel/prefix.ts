/** The text that sorts right behind everything that begins with `prefix`: for `column >= prefix AND column < this`. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`;
