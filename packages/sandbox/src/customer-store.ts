import type { DatabaseSync } from "node:sqlite";
import type { Customer } from "./customer-state.js";

/** Keeps end customers in SQLite, each partner's apart from every other's. */
export class CustomerStore {
  readonly #database: DatabaseSync;
  readonly #now: () => Date;

  constructor(database: DatabaseSync, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /** Stores a new customer; `false` if the partner has one with this company name already. */
  insert(partner: string, customer: Customer): boolean {
    const time = this.#now().toISOString();
    const { changes } = this.#database
      .prepare(
        `INSERT INTO customer
           (client_id, partner_client_id, company_name, state, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (partner_client_id, company_name) DO NOTHING`,
      )
      .run(
        customer.clientId,
        partner,
        customer.details.company_name,
        JSON.stringify(customer),
        time,
        time,
      );
    return changes === 1;
  }

  /** The partner's customer, or `undefined`. */
  find(partner: string, clientId: string): Customer | undefined {
    const row = this.#database
      .prepare("SELECT state FROM customer WHERE partner_client_id = ? AND client_id = ?")
      .get(partner, clientId);
    if (row === undefined) return undefined;
    const customer: Customer = JSON.parse(String(row["state"]));
    return customer;
  }

  /**
   * Replaces a customer by what `change` makes of it, in one transaction; `undefined` if the
   * partner has no such customer. When `change` throws, nothing is written.
   */
  change(
    partner: string,
    clientId: string,
    change: (customer: Customer) => Customer,
  ): Customer | undefined {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const customer = this.find(partner, clientId);
      const changed = customer === undefined ? undefined : change(customer);
      if (changed !== undefined) this.#write(changed);
      this.#database.exec("COMMIT");
      return changed;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }

  #rollBack(): void {
    try {
      this.#database.exec("ROLLBACK");
    } catch {
      // SQLite has rolled back by itself already, as it does when the disk is full.
    }
  }

  #write(customer: Customer): void {
    this.#database
      .prepare("UPDATE customer SET state = ?, updated_at = ? WHERE client_id = ?")
      .run(JSON.stringify(customer), this.#now().toISOString(), customer.clientId);
  }
}
