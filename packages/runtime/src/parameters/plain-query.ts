import { createQuerySerializer } from "openapi-fetch";

/** Makes queries: `name=value`, `name=a&name=b` for lists, `name[key]=value` for objects. */
export const plainQuery: (values: unknown) => string = /* @__PURE__ */ createQuerySerializer();
