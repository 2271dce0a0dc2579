declare const brand: unique symbol;

/** A `Value` that must not be mixed with other values of the same shape, such as two kinds of id. Costs nothing at run time. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
