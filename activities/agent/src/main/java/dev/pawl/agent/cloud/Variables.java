package dev.pawl.agent.cloud;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Variables by name. */
public final class Variables {
    private Variables() {}

    /** @param names one that ends in {@code *} is a prefix */
    public static Map<String, String> matching(Map<String, String> environment, Collection<String> names) {
        return environment.entrySet().stream()
                .filter(entry -> names.stream().anyMatch(name -> matches(entry.getKey(), name)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean matches(String variable, String name) {
        return name.endsWith("*") ? variable.startsWith(name.substring(0, name.length() - 1)) : variable.equals(name);
    }
}
