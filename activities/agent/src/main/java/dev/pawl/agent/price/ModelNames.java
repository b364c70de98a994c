package dev.pawl.agent.price;

import java.util.Locale;
import java.util.regex.Pattern;

/** Models by name: {@code *} stands for anything; case and everything up to the last slash are ignored. */
final class ModelNames {
    private final Pattern pattern;

    ModelNames(String glob) {
        String[] parts = normal(glob).split("\\*", -1);
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            regex.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        this.pattern = Pattern.compile(regex.toString());
    }

    boolean include(String model) {
        return pattern.matcher(normal(model)).matches();
    }

    private static String normal(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('/') + 1);
    }
}
