export interface TestResult {
  readonly state: "passed" | "failed" | "skipped";
  readonly title: string;
  readonly ms: number;
  readonly error?: string;
}

export interface Results {
  /** False until the last test has ended: a file left so means that the run was killed. */
  done: boolean;
  readonly tests: TestResult[];
  /** What passed only when it was tried once more. */
  readonly again?: string[];
}

export function recordResults(runner: Mocha.Runner, file: string): void;
