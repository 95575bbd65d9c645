import { referred } from './documentSchemas.ts';
import type { JsonSchema } from './jsonSchema.ts';

/** One field of a message, as a line of a table. */
export interface SchemaRow {
  /** `items[].modifiers[].name`. */
  readonly path: string;
  readonly type: string;
  /** The named schema behind it. */
  readonly ref: string | null;
  readonly isRequired: boolean;
  readonly limits: string;
  readonly says: string;
}

/** The fields of an object, those inside it after it. What has a name of its own is described there. */
export function schemaRows(schema: JsonSchema, before = ''): SchemaRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    const isRequired = schema.required?.includes(name) ?? false;
    const list = field.items;
    const inner = list ?? field;
    const row: SchemaRow = {
      path: list ? `${path}[]` : path,
      type: typeOf(inner),
      ref: referred(inner),
      isRequired,
      limits: [...limitsOf(field), ...(list ? limitsOf(list) : [])].join(', '),
      says: [field.description, list?.description, examplesOf(inner)].filter(Boolean).join(' '),
    };
    return [row, ...schemaRows(inner, list ? `${path}[].` : `${path}.`)];
  });
}

function typeOf(schema: JsonSchema): string {
  const name = referred(schema);
  if (name !== null) return name;
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const type = [schema.type ?? 'any'].flat().join(' or ');
  return schema.format ? `${type} (${schema.format})` : type;
}

function limitsOf(schema: JsonSchema): string[] {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, exclusiveMinimum } = schema;
  return [
    range(minLength, maxLength, 'characters'),
    range(minItems, maxItems, 'entries'),
    exclusiveMinimum === undefined
      ? range(safe(minimum), safe(maximum), '')
      : `above ${exclusiveMinimum}, to ${maximum}`,
  ].filter((text) => text !== '');
}

/** What every number of JSON has is no limit of ours. */
function safe(limit: number | undefined): number | undefined {
  return limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : undefined;
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return '';
  const text =
    most === undefined
      ? `at least ${least}`
      : least === undefined
        ? `at most ${most}`
        : `${least} to ${most}`;
  return unit === '' ? text : `${text} ${unit}`;
}

function examplesOf({ examples }: JsonSchema): string {
  return examples ? `For example ${examples.map((example) => JSON.stringify(example)).join(', ')}.` : '';
}
