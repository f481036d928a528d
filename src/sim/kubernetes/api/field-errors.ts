/** Errors of validation, one a field, in the words of apimachinery's `pkg/util/validation/field`. */

/** One thing that is wrong with a field. */
export interface FieldError {
  readonly reason: string;
  readonly field: string;
  /** Without the field's name: `Required value`, `Invalid value: "x": must be …`. */
  readonly message: string;
}

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? goString(value)
    : typeof value === 'number' || typeof value === 'boolean'
      ? `${value}`
      : JSON.stringify(value);

/** A string as Go's `%q` prints it, as far as JSON and Go agree. */
export const goString = (text: string): string => JSON.stringify(text);

const make = (reason: string, field: string, body: string, detail: string): FieldError => ({
  reason,
  field,
  message: detail === '' ? body : `${body}: ${detail}`,
});

/** A field that must be given; `field` is its path. */
export const required = (field: string, detail = ''): FieldError =>
  make('FieldValueRequired', field, 'Required value', detail);
/** A field that may not be given, or not be changed so. */
export const forbidden = (field: string, detail = ''): FieldError =>
  make('FieldValueForbidden', field, 'Forbidden', detail);
/** A text over its limit in bytes. */
export const tooLong = (field: string, limit: number): FieldError =>
  make('FieldValueTooLong', field, 'Too long', `may not be more than ${limit} bytes`);
/** A value that breaks a rule; `detail` is the rule. */
export const invalid = (field: string, value: unknown, detail: string): FieldError =>
  make('FieldValueInvalid', field, `Invalid value: ${shown(value)}`, detail);
/** A value that must be unique and is not. */
export const duplicate = (field: string, value: unknown): FieldError =>
  make('FieldValueDuplicate', field, `Duplicate value: ${shown(value)}`, '');
/** A reference to something that is not there. */
export const notFound = (field: string, value: unknown): FieldError =>
  make('FieldValueNotFound', field, `Not found: ${shown(value)}`, '');
/** The values are listed in the order given: each caller of the real server has its own. */
export const notSupported = (field: string, value: unknown, supported: readonly string[]): FieldError =>
  make(
    'FieldValueNotSupported',
    field,
    `Unsupported value: ${shown(value)}`,
    `supported values: ${supported.map(goString).join(', ')}`,
  );
