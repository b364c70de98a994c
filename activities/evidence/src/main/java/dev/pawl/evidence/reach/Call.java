package dev.pawl.evidence.reach;

import java.util.List;
import java.util.Optional;

/**
 * A program that a check starts, directly or indirectly.
 *
 * @param words the program and its arguments; not empty
 * @param why how the check reaches it, for people
 */
record Call(List<String> words, Place place, String why, int depth) {
    Call {
        words = List.copyOf(words);
    }

    String program() {
        String first = words.getFirst();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }

    /** The same call without the words before the program that does the work. */
    Call from(int index) {
        return new Call(words.subList(index, words.size()), place, why, depth);
    }

    Call in(Place other) {
        return new Call(words, other, why, depth);
    }

    /** The value of an option, written as {@code -x value}, {@code -x=value} or {@code --long=value}. */
    Optional<String> option(String... names) {
        List<String> arguments = arguments();
        for (int i = 0; i < arguments.size(); i++) {
            for (String name : names) {
                String word = arguments.get(i);
                if (word.equals(name) && i + 1 < arguments.size()) {
                    return Optional.of(arguments.get(i + 1));
                }
                if (word.startsWith(name + "=")) {
                    return Optional.of(word.substring(name.length() + 1));
                }
            }
        }
        return Optional.empty();
    }
}
