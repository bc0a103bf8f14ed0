import type { MdxComponentName } from '../../schema/mdx-components.ts';
import Addresses from './Addresses.astro';
import Credentials from './Credentials.astro';
import Exchanges from './Exchanges.astro';
import Note from './Note.astro';
import Only from './Only.astro';
import Options from './Options.astro';
import Permissions from './Permissions.astro';
import Screen from './Screen.astro';
import Step from './Step.astro';
import TestKey from './TestKey.astro';
import Warning from './Warning.astro';

/** The components that authors can use, by the names of the table in the model. */
export const mdxComponents = {
  Addresses,
  Credentials,
  Exchanges,
  Note,
  Only,
  Options,
  Permissions,
  Screen,
  Step,
  TestKey,
  Warning,
} satisfies Record<MdxComponentName, unknown>;
