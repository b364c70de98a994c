package dev.pawl.evidence.inline;

import java.util.Set;

/**
 * A part of a file that holds tests and is compiled into them alone.
 *
 * @param key what it is called, the same for the same block in another state of the file
 * @param start where it begins in the text
 * @param end behind it
 * @param tests what may not change of it, without what does not matter
 */
record TestBlock(String key, int start, int end, Set<String> tests) {}
