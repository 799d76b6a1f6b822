/**
 * The words of another language: exactly the keys of the English ones, at every depth. Chinese has one plural form,
 * so `count_one` has no twin there and `count_other` says both.
 */
export type SameKeys<English> = {
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: English[Key] extends string
    ? string
    : SameKeys<English[Key]>;
};
