package dev.pawl.gateway.submit;

import dev.pawl.api.client.CheckVariables;
import java.util.List;

/** Checks names of variables that setup and checks get. */
final class Variables {
    private static final int MOST = 50;

    private Variables() {}

    static void check(String path, List<String> names, Violations violations) {
        for (int i = 0; i < names.size(); i++) {
            String field = "%s[%d]".formatted(path, i);
            CheckVariables.against(names.get(i)).ifPresent(reason -> violations.add(field, reason));
        }
        if (names.size() > MOST) {
            violations.add(path, "at most " + MOST);
        }
    }
}
