package dev.pawl.gateway.submit;

import java.util.List;

/** Short texts of a task. */
final class Texts {
    private Texts() {}

    static String check(String field, String text, int max, Violations violations) {
        if (text.isBlank()) {
            violations.add(field, "must not be blank");
        } else if (text.length() > max) {
            violations.add(field, "is %d characters long, at most %d are allowed".formatted(text.length(), max));
        }
        return text;
    }

    /** Reports every invalid text by its index. */
    static List<String> check(String field, List<String> texts, int max, Violations violations) {
        for (int i = 0; i < texts.size(); i++) {
            check("%s[%d]".formatted(field, i), texts.get(i), max, violations);
        }
        return texts;
    }
}
