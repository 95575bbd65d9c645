/** `21.5` or `21,5`: at most one digit behind the point, as the language writes it. */
export function decimal(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}
