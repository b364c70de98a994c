package dev.pawl.agent.modelserver;

/** What each answer is said to cost. Kinds do not overlap here; most wires count the cached ones in the input too. */
final class Tokens {
    static final int INPUT = 1000;
    static final int OUTPUT = 50;
    static final int CACHE_READ = 300;
    static final int CACHE_WRITE = 200;
    static final int REASONING = 7;
    /** Of wires that count all that went in. */
    static final int WHOLE_INPUT = INPUT + CACHE_READ;

    private Tokens() {}
}
