/** What progress is counted by, as the page brings it. */
export interface ProgressData {
  readonly lessons: readonly {
    readonly id: string;
    readonly title: string;
    readonly slug: string;
    readonly quiz: readonly string[];
  }[];
  readonly domains: readonly {
    readonly id: string;
    readonly title: string;
    readonly objectives: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly title: string;
    readonly objectives: readonly string[];
  }[];
  readonly misconceptions: Readonly<Record<string, { readonly believed: string; readonly truth: string }>>;
}
