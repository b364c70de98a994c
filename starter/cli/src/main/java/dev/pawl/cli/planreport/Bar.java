package dev.pawl.cli.planreport;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.PackageAttempt;

/** How an attempt looks in the chart, and its word in the legend. */
enum Bar {
    GOOD("proven"),
    EJECTED("proven, but not integrated"),
    BAD("not proven"),
    STOPPED("stopped"),
    RUNNING("runs");

    private final String meaning;

    Bar(String meaning) {
        this.meaning = meaning;
    }

    static Bar of(PackageAttempt attempt) {
        if (attempt.hasEjection()) {
            return EJECTED;
        }
        return switch (attempt.getOutcome()) {
            case OUTCOME_ACCEPTED -> GOOD;
            case OUTCOME_PARTIAL, OUTCOME_REJECTED, OUTCOME_FAILED -> BAD;
            case OUTCOME_CANCELLED -> STOPPED;
            case OUTCOME_UNSPECIFIED, UNRECOGNIZED -> RUNNING;
        };
    }

    /** What happened to the attempt, in a word or two. */
    static String word(PackageAttempt attempt) {
        if (attempt.hasEjection()) {
            return "ejected, " + Words.of(attempt.getEjection().getKind()).replace('_', ' ');
        }
        String outcome = Words.of(attempt.getOutcome());
        return outcome.isEmpty() ? "running" : outcome;
    }

    String meaning() {
        return meaning;
    }

    /** Class of the style sheet. */
    String style() {
        return switch (this) {
            case GOOD -> "good";
            case EJECTED -> "ejected";
            case BAD -> "bad";
            case STOPPED -> "stopped";
            case RUNNING -> "running";
        };
    }
}
