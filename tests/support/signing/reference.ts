import type { Arrived } from '../fake-exchange.ts';

/** An implementation that is not ours, to compare signatures with. */
export interface Reference {
  /** What was compared with, and its version, as "checked" of a recipe names it. */
  readonly compared: readonly { readonly reference: string; readonly version?: string }[];
  /** What readers paste, in the order in which a program asks. */
  readonly credentials: readonly string[];
  /** The secret of somebody else, in the same form. */
  readonly wrongSecret: string;
  /** Place of the secret among the credentials. */
  readonly secretAt: number;
  /** Whether the reference signs the request as it arrived. */
  isSigned(request: Arrived): boolean | Promise<boolean>;
}

/** A header of a request; empty where there is none. */
export function headerOf(request: Arrived, name: string): string {
  return request.headers[name.toLowerCase()] ?? '';
}

/** Whether a time is the present, within so many seconds. */
export function isNow(milliseconds: number, seconds: number): boolean {
  return Math.abs(Date.now() - milliseconds) <= seconds * 1000;
}
