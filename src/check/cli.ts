import { checkFolder } from './check.ts';
import { contentFolder } from './content-folder.ts';
import { formatReport } from './report.ts';

try {
  const { files, problems } = await checkFolder(contentFolder());
  const report = formatReport(problems, files.root, files.texts.size);
  if (problems.length === 0) {
    console.log(report);
  } else {
    console.error(report);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
