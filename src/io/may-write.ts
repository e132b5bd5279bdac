/** Whether the program may write somewhere. May import: nothing. */
import { accessSync, constants } from "node:fs";
import process from "node:process";

/** Of a file or folder that is there: by its permissions, by the disk (read-only), and by Node's own permission model where that is on. */
export function mayWrite(path: string): boolean {
  // Undefined unless the model is on, whatever the types say.
  const model = process.permission as NodeJS.ProcessPermission | undefined;
  if (model?.has("fs.write", path) === false) return false;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
