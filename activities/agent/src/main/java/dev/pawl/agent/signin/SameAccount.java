package dev.pawl.agent.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Whether two sign-ins belong to the same account, as far as they show. */
final class SameAccount {
    private static final List<String> IDS = List.of(
            "account_id",
            "accountId",
            "accountUuid",
            "organizationId",
            "organizationUuid",
            "clientId",
            "client_id",
            "email",
            "enterpriseUrl",
            "resource_url",
            "type");

    private SameAccount() {}

    static boolean of(ObjectNode one, ObjectNode other) {
        return IDS.stream()
                .allMatch(id -> !one.has(id) || !other.has(id) || one.get(id).equals(other.get(id)));
    }
}
