import path from 'node:path/posix';
import { isPictureKind, pictureKinds } from './kinds.ts';
import type { Picture, PictureFinding, PictureRule } from './picture.ts';

const endings = Object.keys(pictureKinds);
const endingList = `.${endings.slice(0, -1).join(', .')} or .${endings.at(-1)}`;

export const pictureFormat: PictureRule = {
  meaning: `A file in "captures" is one still picture (${endingList}) that is what its ending says, with a name of lowercase words joined by hyphens.`,
  mend: 'Make the file with "npm run capture"; it writes the right format under the right name.',
  example: 'captures/Create Form.png, which is a JPEG inside',
  check: (picture) => [...nameFindings(picture.file), ...kindFindings(picture)],
};

function nameFindings(file: string): PictureFinding[] {
  const name = path.basename(file);
  return /^[a-z0-9]+(?:-[a-z0-9]+)*\.[^.]*$/.test(name)
    ? []
    : [
        {
          message: `The name "${name}" is not lowercase words joined by hyphens and one ending.`,
          help: 'Name it after the screen that it replaces, such as create-form.png.',
        },
      ];
}

function kindFindings({ file, kind, image }: Picture): PictureFinding[] {
  const ending = path.extname(file).slice(1);
  if (kind === undefined)
    return [
      {
        message: `This is no picture by its content; expected ${endingList}.`,
        help: 'Save the screenshot as PNG and add it with "npm run capture", or remove the file.',
      },
    ];
  if (ending !== kind)
    return [
      {
        message: `This is a ${pictureKinds[kind].name} picture, but its name ends in ".${ending}"${isPictureKind(ending) ? '' : `; expected ${endingList}`}.`,
        help: `Rename it to end in .${kind}, also in the frontmatter, or make it again with "npm run capture".`,
      },
    ];
  if (image === undefined)
    return [
      {
        message: `This ${pictureKinds[kind].name} picture is damaged and cannot be decoded.`,
        help: 'Take the screenshot again and add it with "npm run capture".',
      },
    ];
  return image.frames === 1
    ? []
    : [
        {
          message: 'This picture moves; only its first frame would be looked at for secrets.',
          help: 'Add a still screenshot with "npm run capture".',
        },
      ];
}
