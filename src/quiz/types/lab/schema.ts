/** A lab of content/labs, by its permanent id. */
export interface LabBody {
  readonly lab: string;
}

/**
 * The latest result of the lab, as its grader reported it: ids of the checks that were met and that were not. It is
 * read from the learner's document when the question is answered; the question never runs a lab itself.
 */
export interface LabResponse {
  readonly lab: string;
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}
