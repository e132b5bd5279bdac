/** nginx and Apache, as Debian has them, with settings of a test's own; each runs until the test is over. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { temporaryFolder } from "./run.ts";

export const nginx = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"].find((path) => existsSync(path));
export const apache = ["/usr/sbin/apache2"].find((path) => existsSync(path) && existsSync("/usr/lib/apache2/modules/mod_rewrite.so"));

/** What a host answers: as much of it as a reader notices. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Asks for a path, to the byte as it is given. */
export type Ask = (host: string, path: string) => Promise<Answer>;

/** @param http what stands in the `http` block; `LISTEN` stands for the address at which the servers are to listen */
export async function startNginx(http: string): Promise<Ask> {
  const folder = openFolder();
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const file = join(folder, "nginx.conf");
  writeFileSync(
    file,
    `${user} pid ${folder}/nginx.pid; error_log ${folder}/error.log; events {} http { access_log off; ${temporary} types { text/html html; text/plain txt; text/css css; }\n${http.replaceAll("LISTEN", `127.0.0.1:${port}`)}\n}\n`,
  );
  start([nginx ?? "", "-c", file, "-p", folder], ["-s", "quit"]);
  return asking(port);
}

/** @param sites what stands behind the modules; `LISTEN` as above */
export async function startApache(sites: string): Promise<Ask> {
  const folder = openFolder();
  const port = await freePort();
  const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite"].map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
  );
  const file = join(folder, "apache.conf");
  const own = [`ServerRoot ${folder}`, `PidFile ${folder}/apache.pid`, `ErrorLog ${folder}/error.log`, "ServerName localhost", `Listen 127.0.0.1:${port}`];
  writeFileSync(
    file,
    [
      ...modules,
      ...own,
      `DefaultRuntimeDir ${folder}`,
      "TypesConfig /dev/null",
      "AddType text/html .html",
      sites.replaceAll("LISTEN", `127.0.0.1:${port}`),
      "",
    ].join("\n"),
  );
  start([apache ?? "", "-f", file], ["-k", "stop"]);
  return asking(port);
}

/** Both return when their doors are open. */
function start([program = "", ...words]: string[], stop: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  onTestFinished(() => void spawnSync(program, [...words, ...stop]));
}

/** Servers read as a user of their own. */
function openFolder(): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "empty"));
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function asking(port: number): Ask {
  return (host, path) =>
    new Promise((answer, fail) => {
      request({ host: "127.0.0.1", port, path, headers: { host, connection: "close" } }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => answer({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString("utf8") }));
      })
        .on("error", fail)
        .end();
    });
}
