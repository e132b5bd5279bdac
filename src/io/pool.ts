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
   * @param here does a task in this thread, just as the others do
   * @param done is told each task's number and result, in the order in which they are done
   */
  run<Task>(tasks: readonly Task[], here: (task: Task) => Parcel, done: (task: number, result: Parcel) => void): void;
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
  run: (tasks, here, done) => {
    for (const [index, task] of tasks.entries()) done(index, here(task));
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
    run: (tasks, here, done) => {
      const isDone = tasks.map(() => false);
      const busy = new Map<MessagePort, number>();
      let next = 0;
      let left = tasks.length;
      const finish = (index: number, result: Parcel) => {
        if (isDone[index] === true) return;
        isDone[index] = true;
        left -= 1;
        done(index, result);
      };
      const give = (port: MessagePort) => {
        if (next >= tasks.length) return;
        busy.set(port, next);
        port.postMessage({ index: next, task: tasks[next] });
        next += 1;
      };
      const collect = () => {
        for (const { port } of helpers) {
          for (let message = receiveMessageOnPort(port); message !== undefined; message = receiveMessageOnPort(port)) {
            const { index, result } = message.message as { index: number; result: Parcel };
            busy.delete(port);
            give(port);
            finish(index, result);
          }
        }
      };
      for (const { port } of helpers) give(port);
      while (left > 0) {
        const seen = Atomics.load(count, 0);
        collect();
        if (next < tasks.length) {
          const index = next;
          next += 1;
          finish(index, here(tasks[index] as (typeof tasks)[number]));
        } else if (left > 0 && Atomics.wait(count, 0, seen, patience) === "timed-out") {
          for (const index of busy.values()) if (isDone[index] !== true) finish(index, here(tasks[index] as (typeof tasks)[number]));
        }
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
  port.on("message", ({ index, task }: { index: number; task: Task }) => {
    const { text, bytes } = act(task);
    // A copy of its own, to be handed over whole.
    const own = bytes.slice();
    port.postMessage({ index, result: { text, bytes: own } }, [own.buffer as ArrayBuffer]);
    Atomics.add(count, 0, 1);
    Atomics.notify(count, 0);
  });
}
