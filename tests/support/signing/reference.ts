import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import type { Arrived } from '../fake-exchange.ts';
import { isRecord } from '../nested-values.ts';

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

/** The version of an installed package. Throws where it is not installed. */
export function installedVersion(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Error(`${name} is not installed.`);
  const description: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isRecord(description) ? String(description['version']) : '';
}

/** A header of a request; empty where there is none. */
export function headerOf(request: Arrived, name: string): string {
  return request.headers[name.toLowerCase()] ?? '';
}

/** Whether a time is the present, within so many seconds. */
export function isNow(milliseconds: number, seconds: number): boolean {
  return Math.abs(Date.now() - milliseconds) <= seconds * 1000;
}
