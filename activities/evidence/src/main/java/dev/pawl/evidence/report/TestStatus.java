package dev.pawl.evidence.report;

/** The result of one test; {@code BROKEN} stands for a whole file or package of tests that could not be loaded. */
public enum TestStatus {
    PASSED,
    SKIPPED,
    FAILED,
    BROKEN;

    public boolean red() {
        return this == FAILED || this == BROKEN;
    }

    /** The worse of two results of one name, so that a green repetition hides nothing. */
    TestStatus worse(TestStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
