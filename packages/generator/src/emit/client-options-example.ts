import type { ApiModel, CredentialScheme } from "../model/api-model.js";
import type { OperationPlan, PackagePlan } from "../plan/package-plan.js";
import { type Code, literal } from "./code.js";

/**
 * The options that an example of the factory is called with: what a caller has to give, with
 * placeholders for what neither the document nor the environment says.
 *
 * @param operation whose credentials are needed; without it those of most operations.
 */
export function clientOptionsExample({ model }: PackagePlan, operation?: OperationPlan): Code {
  // The last environment: documents name production first, and that is no place to try things.
  const environment = model.servers.at(-1)?.name;
  const credentials = neededCredentials(model, operation).map(
    (credential) => [credential.name, placeholder(credential)] as const,
  );
  const options = {
    ...(environment === undefined
      ? { baseUrl: `https://YOUR_HOST${model.relativeServer ?? ""}` }
      : { environment }),
    ...(credentials.length > 0 ? { credentials: Object.fromEntries(credentials) } : {}),
  };
  return literal(options);
}

/** The credentials of the first alternative that no environment variable gives. */
function neededCredentials(
  model: ApiModel,
  operation: OperationPlan | undefined,
): CredentialScheme[] {
  const shared = model.security.length > 0 ? model.security : undefined;
  const security = operation
    ? (operation.operation.security ?? shared)
    : (shared ?? model.operations.find(({ security: own }) => own?.length)?.security);
  const isOptional = security?.some((alternative) => alternative.length === 0);
  const names = (isOptional ? undefined : security?.[0]) ?? [];
  return model.credentials.filter(({ name, env }) => env === undefined && names.includes(name));
}

function placeholder({ encode }: CredentialScheme): string {
  if (encode === "basic") return "YOUR_USER:YOUR_PASSWORD";
  return encode === "bearer" ? "YOUR_TOKEN" : "YOUR_KEY";
}
