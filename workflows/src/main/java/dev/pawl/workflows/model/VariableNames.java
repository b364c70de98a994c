package dev.pawl.workflows.model;

import java.util.List;
import java.util.regex.Pattern;

/** Names of environment variables; values never travel. */
public final class VariableNames {
    private static final int MOST = 50;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

    private VariableNames() {}

    public static List<String> checked(List<String> names, String field) {
        Require.range(names.size(), 0, MOST, "the number of variables of " + field);
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("%s: '%s' is not a variable name".formatted(field, name));
            }
        }
        return names;
    }
}
