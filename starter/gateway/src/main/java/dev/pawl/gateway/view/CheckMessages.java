package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.CheckState;
import dev.pawl.db.check.CheckResultRow;

/** Converts rows of check results to messages. */
final class CheckMessages {
    private CheckMessages() {}

    static Check of(CheckResultRow row) {
        Check.Builder check = Check.newBuilder()
                .setName(row.name())
                .setState(Words.parse(CheckState.class, row.state()).orElse(CheckState.CHECK_STATE_UNSPECIFIED))
                .setSatisfied(row.satisfied())
                .setTests(row.tests())
                .addAllFailures(row.failures())
                .addAllNewFailures(row.newFailures())
                .setExcerpt(row.excerpt())
                .setDurationMs(row.durationMillis());
        ifPresent(row.exitCode(), check::setExitCode);
        ifPresent(row.outputRef(), check::setOutputRef);
        return check.build();
    }
}
