package dev.pawl.agent.modelserver;

/** The usage of each answer. Kinds do not overlap here; most APIs include cached tokens in the input. */
final class Tokens {
    static final int INPUT = 1000;
    static final int OUTPUT = 50;
    static final int CACHE_READ = 300;
    static final int CACHE_WRITE = 200;
    static final int REASONING = 7;
    /** For APIs that count the whole input. */
    static final int WHOLE_INPUT = INPUT + CACHE_READ;

    private Tokens() {}
}
