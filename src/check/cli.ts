import { checkFolder } from './check.ts';
import { contentFolder } from './content-folder.ts';
import { formatReport } from './report.ts';

const { files, problems } = await checkFolder(contentFolder());
const report = formatReport(problems, files.root, files.texts.size);
if (problems.length === 0) {
  console.log(report);
} else {
  console.error(report);
  process.exitCode = 1;
}
