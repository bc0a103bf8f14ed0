import { type BuiltSite, readBuiltSite } from './built-site.ts';
import { testOrigin, type TestSiteName, testSites } from './sites.ts';

const read = new Map<TestSiteName, BuiltSite>();

/** A test site, read once in each process. Throws where it is not built. */
export function builtSite(name: TestSiteName): BuiltSite {
  const { base, build, content } = testSites[name];
  const known =
    read.get(name) ?? readBuiltSite({ folder: build.folder, base, content, origin: testOrigin });
  read.set(name, known);
  return known;
}
