/**
 * Work shared among threads while the caller waits and works along. It takes no promises: a build is one story from beginning to end, and the thread
 * that tells it has nothing else to do. May import: nothing.
 */
import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, parentPort, receiveMessageOnPort, Worker, workerData } from "node:worker_threads";

/** A result as it crosses from thread to thread: text and bytes, which are cheap to send. */
export interface Parcel {
  readonly text: string;
  readonly bytes: Uint8Array;
}

export interface Pool {
  /**
   * Has every task done, in any order, each by a thread or by the caller's own.
   *
   * @param tasks are asked for one by one, when somebody is free
   * @param pack makes of a task what is sent to a thread: plain data
   * @param here does a task in this thread, just as the others do
   * @param done is told each task and its result, in the order in which they are done
   */
  run<Task>(tasks: Iterable<Task>, pack: (task: Task) => unknown, here: (task: Task) => Parcel, done: (task: Task, result: Parcel) => void): void;
  close(): void;
}

interface Given {
  readonly port: MessagePort;
  readonly signal: SharedArrayBuffer;
  readonly setup: unknown;
}

/** Milliseconds without a result after which the caller does what a thread was given: the result is the same, whoever makes it. */
const patience = 5_000;

/** How many threads pay for themselves. Beyond this many the one that puts their results together is the slowest. */
export function threadsHere(): number {
  return Math.min(availableParallelism(), 8);
}

/** A pool of one: the caller does everything. */
export const alone: Pool = {
  run: (tasks, _pack, here, done) => {
    for (const task of tasks) done(task, here(task));
  },
  close: () => {},
};

/**
 * @param threads how many work, the caller's own among them
 * @param script what each runs: a module that calls `work`
 * @param setup what `work` is given: plain data
 */
export function openPool(threads: number, script: URL, setup: unknown): Pool {
  const signal = new SharedArrayBuffer(4);
  const count = new Int32Array(signal);
  const helpers = start(threads - 1, script, { signal, setup });
  if (helpers.length === 0) return alone;
  return {
    run: <Task>(tasks: Iterable<Task>, pack: (task: Task) => unknown, here: (task: Task) => Parcel, done: (task: Task, result: Parcel) => void) => {
      const waiting = tasks[Symbol.iterator]();
      const given = new Map<number, Task>();
      let number = 0;
      let isOver = false;
      const next = (): { readonly task: Task } | null => {
        const found = isOver ? ({ done: true } as const) : waiting.next();
        isOver = found.done === true;
        return found.done === true ? null : { task: found.value };
      };
      const give = (port: MessagePort) => {
        const found = next();
        if (found === null) return;
        number += 1;
        given.set(number, found.task);
        port.postMessage({ number, task: pack(found.task) });
      };
      const finish = (id: number, result: Parcel | null) => {
        const task = given.get(id);
        if (task === undefined || !given.delete(id)) return;
        // What went wrong in a thread goes wrong here again, and is thrown as it should be.
        done(task, result ?? here(task));
      };
      const collect = () => {
        for (const { port } of helpers) {
          for (let message = receiveMessageOnPort(port); message !== undefined; message = receiveMessageOnPort(port)) {
            const { number: id, result } = message.message as { number: number; result: Parcel | null };
            give(port);
            finish(id, result);
          }
        }
      };
      // One more than it is at: nobody has to wait for the caller to look.
      for (const { port } of helpers) {
        give(port);
        give(port);
      }
      for (;;) {
        const seen = Atomics.load(count, 0);
        collect();
        const own = next();
        if (own !== null) done(own.task, here(own.task));
        else if (given.size === 0) return;
        else if (Atomics.wait(count, 0, seen, patience) === "timed-out") for (const id of [...given.keys()]) finish(id, null);
      }
    },
    close: () => {
      for (const { port, worker } of helpers) {
        port.close();
        void worker.terminate();
      }
    },
  };
}

/** None where threads may not be started (Node's permission model says so). */
function start(count: number, script: URL, { signal, setup }: Omit<Given, "port">): { port: MessagePort; worker: Worker }[] {
  try {
    return Array.from({ length: count }, () => {
      const { port1, port2 } = new MessageChannel();
      const given: Given = { port: port2, signal, setup };
      const worker = new Worker(script, { workerData: given, transferList: [port2] });
      // A thread that is still waiting for work keeps no build alive, and one that breaks does not end it: the caller does its task.
      worker.unref();
      worker.on("error", () => {});
      port1.unref();
      return { port: port1, worker };
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED") return [];
    throw error;
  }
}

/** What a thread does: each task it is given, one after the other. `make` makes of the setup what does a task. */
export function work<Setup, Task>(make: (setup: Setup) => (task: Task) => Parcel): void {
  if (parentPort === null) return;
  const { port, signal, setup } = workerData as Given;
  const count = new Int32Array(signal);
  const act = make(setup as Setup);
  port.on("message", ({ number, task }: { number: number; task: Task }) => {
    const result = resultOf(() => act(task));
    port.postMessage({ number, result }, result === null ? [] : [result.bytes.buffer as ArrayBuffer]);
    Atomics.add(count, 0, 1);
    Atomics.notify(count, 0);
  });
}

/** The bytes are a copy of their own, to be handed over whole. Null where something went wrong. */
function resultOf(act: () => Parcel): Parcel | null {
  try {
    const { text, bytes } = act();
    return { text, bytes: bytes.slice() };
  } catch {
    return null;
  }
}
