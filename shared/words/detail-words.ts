type Details = Readonly<Record<string, string | number>>;

/** How figures read in one language. */
export interface DetailForms {
  readonly money: (minor: number) => string;
  readonly points: (points: number) => string;
  readonly quantity: (thousandths: number) => string;
  readonly seconds: (seconds: number) => string;
  readonly count: (whole: number) => string;
}

/** The details of a refusal carry their unit in their name (`missingMinor`); here they get it in words. */
export function detailWords(details: Details, forms: DetailForms): Record<string, string> {
  const worded = (name: string, value: string | number): string => {
    if (typeof value !== 'number') return value;
    if (name.endsWith('Minor')) return forms.money(value);
    if (name.endsWith('Points')) return forms.points(value);
    if (name.endsWith('Thousandths')) return forms.quantity(value);
    if (name === 'seconds') return forms.seconds(value);
    return forms.count(value);
  };
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, worded(name, value)]));
}
