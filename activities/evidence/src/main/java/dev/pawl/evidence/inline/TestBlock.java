package dev.pawl.evidence.inline;

import java.util.Set;

/**
 * A part of a file that holds tests and is compiled only for tests.
 *
 * @param key the same for this block in every version of the file
 * @param start index of its first character
 * @param end index after its last character
 * @param tests normalised texts of its tests, which must not change
 */
record TestBlock(String key, int start, int end, Set<String> tests) {}
