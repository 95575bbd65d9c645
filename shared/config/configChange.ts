/** One thing that differs between two documents, said under `setup.change.KEY`. `words` are values that are themselves keys. */
export interface ConfigChange {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly words?: Readonly<Record<string, string>>;
}
