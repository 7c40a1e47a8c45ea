/** What the server answers, and what each contender has to make of it: the document's example. */
export const ANSWER = {
  end_customer: {
    client_id: "634758733ebb4f00134b85ea",
    company_name: "Cedar Street Lending",
    status: "MORE_INFORMATION_NEEDED",
    product_statuses: {
      auth: "MORE_INFORMATION_NEEDED",
      cra_base_report: "MORE_INFORMATION_NEEDED",
    },
    requirements_due: ["bank_addendum_acceptance", "questionnaires.cra"],
  },
  request_id: "gB1tJf7yCx4RmPa",
};

/** What each contender sends. */
export const BODY = { end_customer_client_id: "634758733ebb4f00134b85ea" };

/** Milliseconds of each contender's deadline, where it has one. */
export const DEADLINE = 30_000;
