/** An archive as a common static host shows it: compressed, with the media types that the program itself gives. Knows what was built of Tearsheet (`lib`), and no more. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { mediaTypeOf } from "../lib/text/media-type.js";

/** @returns {Promise<{ origin: string, close: () => void }>} */
export async function serveCompressed(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const asked = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const isThere = existsSync(asked) && statSync(asked).isFile();
    const file = isThere ? asked : join(folder, "404.html");
    const type = mediaTypeOf(file);
    const isText = /^text|json|xml|javascript/.test(type);
    const body = isText ? gzipSync(readFileSync(file)) : readFileSync(file);
    const cache = path.startsWith("/assets/") || path.startsWith("/pictures/") ? "public, max-age=3600" : "no-cache";
    response.writeHead(isThere ? 200 : 404, {
      "content-type": type,
      "cache-control": cache,
      ...(isText ? { "content-encoding": "gzip", vary: "accept-encoding" } : {}),
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready()));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
